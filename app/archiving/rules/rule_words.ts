import type { AccessRule, AppraisalRule } from '../formats/transfer.js'
import { ACCESS_CODES } from './access_codes.js'
import { endOfUse, opensOn, type Hold } from './deadlines.js'
import { inWords, parseDuration } from './duration.js'

/** What a rule means for somebody who does not read codes. */
export interface RuleWords {
  name: string
  value: string
  hint: string
}

/** How the day of a text is said: in French, or as who reads the page asked. */
export type SaysDay = (day: string) => string

/** « 1 an, jusqu’au 19 novembre 2027 ; ensuite conservé définitivement ». */
export function appraisalWords(rule: AppraisalRule, says: SaysDay): RuleWords[] {
  const duration = parseDuration(rule.rule)
  const end = endOfUse(rule)
  const until = end.kind === 'day' ? `jusqu’au ${says(end.day)}` : `sans terme : ${end.why}`
  return [
    {
      name: 'Durée d’utilité administrative',
      value: `${duration ? inWords(duration) : rule.rule}, ${until}`,
      hint: 'Tant qu’elle court, la collectivité garde le dossier sous la main.',
    },
    rule.finalAction === 'Keep'
      ? {
          name: 'Sort final',
          value: 'Conservation définitive',
          hint: 'Le dossier rejoint ensuite les archives publiques.',
        }
      : {
          name: 'Sort final',
          value: 'Élimination',
          hint: 'Jamais sans le visa des archives départementales.',
        },
  ]
}

/** « Depuis le 19 novembre 2026 » or « À partir du 19 novembre 2076 », with the reason. */
export function accessWords(rule: AccessRule, today: string, says: SaysDay): RuleWords {
  const code = ACCESS_CODES[rule.rule]
  const opening = opensOn(rule)
  const name = 'Communicable'
  const hint = code ? `${rule.rule} : ${code.reason} (Code du patrimoine, L213-1 et L213-2).` : ''
  if (opening.kind === 'never') return { name, value: `Non : ${opening.why}`, hint }
  const open = opening.day <= today
  const value = open ? `À tous, depuis le ${says(opening.day)}` : `À partir du ${says(opening.day)}`
  return { name, value, hint }
}

/** « Gelé jusqu’au 1er mars 2027 : contentieux (service juridique) ». */
export function holdWords({ owner, reason, endsOn }: Hold, says: SaysDay): string {
  const until = endsOn ? `jusqu’au ${says(endsOn)}` : 'sans terme'
  return `Gelé ${until} : ${reason} (${owner})`
}
