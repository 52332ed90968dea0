import { args, flags } from '@adonisjs/core/ace'
import { tenancy } from '#kernel/tenancy'
import { LEVELS, levelCalled } from '../rules/levels.js'
import { noteOpening, shareSpace } from '../sharing/share_space.js'
import Space from '../spaces/space.js'
import { commonSpace, COMMON } from '../spaces/usual_spaces.js'
import { ProgramCommand, WrongArguments } from './program_command.js'

const NONE = ['none', 'aucun']

/** Opens a space of a member to another one, with a role; « none » takes it back. */
export default class GedShare extends ProgramCommand {
  static commandName = 'ged:share'
  static description = 'Ouvre un espace d’un membre à un autre membre, sans rien copier'

  @args.string({ description: 'L’espace, par son adresse', required: false, allowEmptyValue: true })
  declare space: string | undefined

  @flags.string({ description: 'Le membre invité, par son SIREN', allowEmptyValue: true })
  declare with: string | undefined

  @flags.string({
    description: 'Son rôle : reader, contributor, editor, manager, ou none',
    allowEmptyValue: true,
  })
  declare role: string | undefined

  @flags.string({
    description: 'Le membre à qui est l’espace, par son SIREN',
    allowEmptyValue: true,
  })
  declare tenant: string | undefined

  @flags.boolean({ description: 'Le résultat pour un programme' })
  declare json: boolean

  protected usage = 'ged:share ESPACE --with SIREN --role RÔLE --tenant SIREN [--json]'

  protected async perform(): Promise<boolean> {
    this.refuseMore()
    const slug = this.space
    if (!slug) throw new WrongArguments('Il manque l’espace à partager.')
    if (!this.role) throw new WrongArguments('Il manque --role.')
    const level = levelCalled(this.role)
    if (!level && !NONE.includes(this.role)) {
      throw new WrongArguments(`Le rôle est l’un de ceux-ci : ${[...LEVELS, 'none'].join(', ')}.`)
    }
    const owner = await this.member(this.tenant)
    const guest = await this.member(this.with, 'with')
    await this.refuseUnknown(owner.id, slug)
    const shared = await tenancy.run(owner.id, () => shareSpace({ slug, guestId: guest.id, level }))
    const place = { ownerId: owner.id, spaceId: shared.id }
    await tenancy.run(guest.id, () => noteOpening(place, level !== null))
    const told = { space: slug, name: shared.name, owner: owner.siren, with: guest.siren }
    if (this.json) this.answer({ ...told, role: level ?? 'none' })
    else process.stdout.write(`« ${shared.name} » : ${guest.name}, ${level ?? 'plus rien'}.\n`)
    return true
  }

  /** A space that is not there was written on the command line. */
  private async refuseUnknown(tenantId: string, slug: string) {
    const slugs = await tenancy.run(tenantId, async () => {
      if (slug === COMMON) await commonSpace()
      return (await Space.query().whereNot('kind', 'personal')).map((one) => one.slug)
    })
    if (slugs.includes(slug)) return
    throw new WrongArguments(`Aucun espace n’a cette adresse : « ${slug} ». ${said(slugs)}`)
  }
}

const said = (slugs: string[]) => (slugs.length ? `Il y a : ${slugs.join(', ')}.` : '')
