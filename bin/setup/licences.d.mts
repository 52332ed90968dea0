export function isWelcome(expression: string): boolean
export function auditLicences(
  root?: string,
  read?: Record<string, string>
): { count: number; refused: string[] }
