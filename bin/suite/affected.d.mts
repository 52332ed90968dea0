interface Street {
  uses: Record<string, string[]>
  suiteOf: (file: string) => string
}

export function affected(files: string[], changed: string[], street: Street): string[]
export function readUses(root?: string): Record<string, string[]>
export function changedOnBranch(env?: Record<string, string | undefined>): string[] | null
