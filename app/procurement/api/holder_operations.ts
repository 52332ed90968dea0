import vine from '@vinejs/vine'
import { clock } from '#kernel/clock'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { retireHolder } from '../holders/add_holder.js'
import Holder from '../holders/holder.js'

const shape = vine.create({
  id: told.id(),
  name: told.text(),
  publicKey: told.text(),
  since: told.moment(),
})

const toldHolder = ({ id, name, publicKey, createdAt }: Holder) => ({
  ...{ id, name, publicKey },
  since: createdAt.toUTC().toISO()!,
})

/** Who holds the keys of a member: a program sees them and takes one away, never adds one. */
export const holderOperations: Operation[] = [
  {
    name: 'list_holders',
    call: 'GET /trousseau',
    permission: 'procurement.read',
    title: 'Lister les porteurs de clés',
    answer: { kind: 'list', of: 'Porteur', shape },
    gestures: [],
    run: async () => ({ items: (await Holder.living()).map(toldHolder), next: null }),
  },
  {
    name: 'retire_holder',
    call: 'POST /trousseau/:holder/retrait',
    permission: 'procurement.write',
    title: 'Retirer la clé d’un porteur des consultations à venir',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a key that stands, or no longer does' },
    gestures: ['procurement.holders.retire'],
    async run({ params, ctx }) {
      const holder = await Holder.standing(params.holder)
      await retireHolder(holder, ctx.actor, clock.now().toJSDate())
    },
  },
]
