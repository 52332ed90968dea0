import type { Meaning } from '#lib/meaning'

/** What the platform leans on; `works` is null of what is not there. */
interface Check {
  name: string
  works: boolean | null
  isWanted?: boolean
}

/** What is said above the checks when nothing is in trouble: all is well, but for what one had better have. */
export function calmWords(checks: Check[]): { meaning: Meaning; title: string; text: string } {
  const absent = checks.filter(({ works, isWanted }) => works === null && isWanted)
  if (absent.length === 0)
    return { meaning: 'done', title: 'Tout va bien', text: 'Rien ne demande votre geste.' }
  const names = absent.map(({ name }) => name).join(', ')
  return { meaning: 'waiting', title: 'Rien n’est en panne', text: `Il manque : ${names}.` }
}
