/** « 150 Mo », « 4,3 Go »: a number of bytes as people say it, in units of a thousand. */
export function megabytes(bytes: number): string {
  if (bytes < 1_000_000_000) return `${Math.round(bytes / 1_000_000)} Mo`
  return `${(Math.round(bytes / 100_000_000) / 10).toLocaleString('fr')} Go`
}
