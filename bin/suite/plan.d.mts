export const BUDGETS: Record<string, number>
export function suiteOf(file: string): string
export function specFiles(root?: string): string[]
export function isNamed(file: string, filter: string): boolean
export function chosen(files: string[], asked: { suites?: string[]; names?: string[] }): string[]
export function weightOf(file: string, durations: Record<string, number>, root?: string): number
export function deal(
  files: string[],
  count: number,
  weigh: (file: string) => number,
  isDear?: (file: string) => boolean
): string[][]
export function sharesWhatIsDear(file: string): boolean
