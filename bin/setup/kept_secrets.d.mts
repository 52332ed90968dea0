export function keptSecret(dataDir: string): string
/** The file of the key that signs the seals, made once. */
export function keptSealKey(dataDir: string): string
