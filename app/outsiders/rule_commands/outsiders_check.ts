import { checkValue, isCheckedKind } from '#lib/outsiders'
import { requiredText, Unjudgeable, type Line, type RuleCommand } from '#lib/rule_command'

/** `{"kind","value","territory"?}`: what is kept of it, or why it is refused. */
const check: RuleCommand = {
  help: `Vérifie ce qu’une personne dit d’elle ou de son organisme, ligne par ligne.

  Chaque ligne : {"kind","value","territory"?,"today"?}
  kind : siret, siren, rna, ridet, name, birthdate, phone, postcode, email ou iban`,

  answer(line, today) {
    const kind = requiredText(line, 'kind')
    if (!isCheckedKind(kind)) throw new Unjudgeable('kind', `Rien ne se vérifie sous « ${kind} ».`)
    return checkValue(kind, requiredText(line, 'value'), { today, territory: territoryOf(line) })
  },
}

export default check

/** Where one telephones from; undefined when nothing says it. */
function territoryOf({ territory = null }: Line): string | undefined {
  if (territory === null) return undefined
  if (typeof territory === 'string') return territory
  throw new Unjudgeable('shape', '« territory » n’est pas un texte.')
}
