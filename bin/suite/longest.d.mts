export const LONGEST: Record<string, number>
