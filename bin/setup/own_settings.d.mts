export function ownSettings(
  dataDir: string,
  mode: 'start' | 'dev' | 'test',
  options?: { opens?: boolean }
): Promise<{ settings: Record<string, string>; ports: Record<string, number> }>
