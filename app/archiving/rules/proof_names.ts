/** What the files of a proof bundle are called, in the order given: by role, numbered when several. */
export function proofNames(files: { role: string; fileName: string }[]): string[] {
  const counts = new Map<string, number>()
  for (const { role } of files) counts.set(role, (counts.get(role) ?? 0) + 1)
  const seen = new Map<string, number>()
  return files.map(({ role, fileName }) => {
    const number = (seen.get(role) ?? 0) + 1
    seen.set(role, number)
    const alone = counts.get(role) === 1
    return `${role}${alone ? '' : `_${number}`}${extensionOf(fileName)}`
  })
}

function extensionOf(fileName: string): string {
  return /(\.tar)?\.[a-zA-Z0-9]{1,5}$/.exec(fileName)?.[0].toLowerCase() ?? ''
}
