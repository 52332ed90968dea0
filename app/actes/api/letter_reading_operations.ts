import type { Operation } from '#web/api/operation'
import Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import { letterTypes } from '../rules/letters.js'
import { letterAnswer, letterShape, toldAgain, toldLetter } from './letter_resource.js'

export const letterReadingOperations: Operation[] = [
  {
    name: 'letters',
    call: 'GET /:id/courriers',
    permission: 'actes.read',
    title: 'Lister les courriers de la préfecture sur un acte',
    answer: { kind: 'list', of: 'Courrier', shape: letterShape },
    gestures: [],
    async run({ params }) {
      const { id } = await Acte.get(params.id)
      const letters = await Answer.believed(id).whereIn('kind', letterTypes).orderBy('id')
      const items = []
      for (const letter of letters) items.push(await toldLetter(id, letter))
      return { items, next: null }
    },
  },
  {
    name: 'letter',
    call: 'GET /:id/courriers/:letter',
    permission: 'actes.read',
    title: 'Lire un courrier de la préfecture',
    answer: letterAnswer(),
    gestures: [],
    run: toldAgain,
  },
]
