import { PageRefused, textOf } from '../page.js'
import { Visitor } from '../visitor.js'
import type { Company } from './itinerary.js'

const fact = (html: string, name: string): string => {
  const found = new RegExp(`<dt>${name}</dt>\\s*<dd[^>]*>([\\s\\S]*?)</dd>`).exec(html)
  if (!found)
    throw new PageRefused(`La page ne dit pas « ${name} » : ${textOf(html).slice(0, 300)}`)
  return textOf(found[1]).trim()
}

/** A company that nobody knows yet: its account, and its establishment by the SIRET. */
export async function comesIn(base: string, siret: string): Promise<Company> {
  const visitor = new Visitor(base)
  const paper = await visitor.submit(await visitor.get('/moi/inscription'), /\/moi\/inscription$/, {
    given_names: 'Anne',
    birth_name: 'Voyage',
  })
  await visitor.submit(await visitor.get('/moi/connexion'), /\/moi\/connexion$/, {
    login: fact(paper.html, 'Numéro de compte'),
    password: fact(paper.html, 'Code'),
  })
  const asked = await visitor.submit(
    await visitor.get('/moi/organismes/ajouter'),
    /\/moi\/organismes\/ajouter$/,
    { number: siret }
  )
  await visitor.submit(asked, /\/moi\/organismes$/, { function: 'Gérante' })
  return { siret, visitor }
}
