import { readFile } from 'node:fs/promises'
import { args, flags } from '@adonisjs/core/ace'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { searchDocuments, type Found } from '../search/search_documents.js'
import { searchedBy, type SearchedOwner } from '../search/contexts.js'
import { COMMON } from '../spaces/usual_spaces.js'
import { ProgramCommand, WrongArguments } from './program_command.js'

const TOO_COMMON = 'Cette recherche n’a que des mots trop courants : ajoutez un mot qui distingue.'

/** Searches the documents of a member, in its name or as a person reads them. */
export default class GedSearch extends ProgramCommand {
  static commandName = 'ged:search'
  static description = 'Cherche dans la GED d’un membre, pour lui ou comme une personne'

  @args.string({ description: 'Ce que l’on cherche', required: false, allowEmptyValue: true })
  declare query: string | undefined

  @flags.string({ description: 'Un fichier de recherches, une par ligne', allowEmptyValue: true })
  declare queries: string | undefined

  @flags.string({ description: 'Le membre, par son SIREN', allowEmptyValue: true })
  declare tenant: string | undefined

  @flags.string({ description: 'Un seul espace, par son adresse', allowEmptyValue: true })
  declare space: string | undefined

  @flags.string({
    description: 'La personne qui cherche, par son adresse électronique',
    allowEmptyValue: true,
  })
  declare as: string | undefined

  @flags.string({ description: 'Le nombre de réponses montrées, 10 sinon', allowEmptyValue: true })
  declare limit: string | undefined

  @flags.boolean({ description: 'Le résultat pour un programme' })
  declare json: boolean

  protected usage =
    'ged:search RECHERCHE|--queries FICHIER --tenant SIREN [--space ADRESSE] [--as ADRESSE] [--limit N] [--json]'

  protected async perform(): Promise<boolean> {
    this.refuseMore()
    const limit = Number(this.limit ?? 10)
    if (!/^\d+$/.test(String(limit)) || limit < 1 || limit > 1_000) {
      throw new WrongArguments('--limit va de 1 à 1000.')
    }
    const queries = await this.readQueries()
    const { id: tenantId } = await this.member(this.tenant)
    const userId = this.as === undefined ? null : await this.person(this.as)
    const owners = await searchedBy({ tenantId, userId, space: this.space })
    // Whoever asks as a person is not told which spaces she does not read
    if (this.space !== undefined && this.space !== COMMON && !userId && owners.length === 0) {
      throw new WrongArguments(`Aucun espace n’a cette adresse : « ${this.space} ».`)
    }
    for (const query of queries) await this.search(owners, query, limit)
    return true
  }

  private async search(owners: SearchedOwner[], query: string, limit: number) {
    const began = performance.now()
    const { total, hits, corrected, isTooCommon } = await searchDocuments(owners, query, limit)
    const tookMs = Math.round((performance.now() - began) * 10) / 10
    const shown = hits.map(({ tenantId: _owner, ...hit }) => hit)
    const message = isTooCommon ? { message: TOO_COMMON } : {}
    if (this.json) this.answer({ query, total, tookMs, corrected, hits: shown, ...message })
    else process.stdout.write(sentences(query, { total, hits, corrected }))
    if (isTooCommon) this.tell(TOO_COMMON)
  }

  private async readQueries(): Promise<string[]> {
    if (this.queries !== undefined && this.query !== undefined) {
      throw new WrongArguments('Une recherche, ou un fichier de recherches : l’un ou l’autre.')
    }
    if (this.query !== undefined) return [String(this.query)]
    if (this.queries === undefined) throw new WrongArguments('Il manque ce que l’on cherche.')
    const text = await readFile(this.queries, 'utf8').catch(() => {
      throw new WrongArguments(`Le fichier des recherches ne se lit pas : « ${this.queries} ».`)
    })
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
    return lines.filter((line) => line.trim())
  }

  /** Somebody whom nobody knows reads nothing, as somebody who has left. */
  private async person(email: string): Promise<string> {
    const user = await tenancy.outside(() => User.findBy('email', email.trim().toLowerCase()))
    if (!user) this.tell(`Personne n’a cette adresse ici : « ${email} ».`)
    return user?.id ?? '00000000-0000-4000-8000-000000000000'
  }
}

const sentences = (
  query: string,
  { total, hits, corrected }: Pick<Found, 'total' | 'hits' | 'corrected'>
) =>
  [
    `« ${query} » : ${total} réponse${total > 1 ? 's' : ''}`,
    ...corrected.map(({ from, to }) => `  « ${from} » lu « ${to} »`),
    ...hits.map(
      ({ title, space, path, snippet }) => `  ${title}  [${space}] ${path}\n    ${snippet}`
    ),
    '',
  ].join('\n')
