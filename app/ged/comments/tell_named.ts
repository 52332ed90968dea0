import { membersHere } from '#kernel/people/members'
import { membershipOf } from '#kernel/people/memberships'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { tellHappened } from '#web/messages/happened'
import { agentHere, levelsOf } from '../access/reader.js'
import { MentionRefused } from '../errors.js'
import type Node from '../nodes/node.js'
import { mentionsIn } from '../rules/mentions.js'

/** Whom a comment names, each once: all of them read the document. @throws E_GED_MENTION at the field */
export async function namedIn(body: string, { accessId }: Node): Promise<Set<string>> {
  if (!body.includes('@')) return new Set()
  const members = (await membersHere()).filter(({ state }) => state === 'active')
  const people = members.map(({ userId: id, fullName: name }) => ({ id, name }))
  const named = new Set<string>()
  for (const { personId, said } of mentionsIn(body, people)) {
    if (!personId) {
      throw new MentionRefused(
        `Personne ici ne s’appelle « ${said} » : après @, écrivez un prénom et un nom.`
      ).at('body')
    }
    named.add(personId)
  }
  for (const id of named) {
    const membership = await membershipOf(id)
    const levels = membership ? await levelsOf(agentHere(membership)) : new Map()
    if (levels.has(accessId)) continue
    const { name } = people.find((one) => one.id === id)!
    throw new MentionRefused(`${name} ne lit pas ce document, et ne verrait pas ceci.`).at('body')
  }
  return named
}

/** A mail goes through machines that are not ours: it names neither the document nor who speaks. */
export async function tellNamed(personId: string, { id }: Node): Promise<void> {
  const tenant = await tenants.current()
  await tellHappened(personId, {
    ...{ capability: 'ged', subjectId: id, words: 'Un commentaire sur un document vous nomme' },
    url: here('ged.documents.show', { tenant, id }),
  })
}
