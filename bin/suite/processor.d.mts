export function processorSeconds(stat?: string): number | null
