import { matchPersons, nameKey, type Identity } from '#lib/outsiders'
import {
  listOfTexts,
  optionalText,
  requiredObject,
  requiredText,
  Unjudgeable,
  type Line,
  type RuleCommand,
} from '#lib/rule_command'
import { PartialDate } from '#lib/values'

/** `{"a","b"}`: whether two records may be of one person. */
const match: RuleCommand = {
  help: `Dit si deux fiches peuvent être celles d’une seule personne, ligne par ligne.

  Chaque ligne : {"a":P,"b":P}, où P est
  {"birthName","usageName"?,"givenNames":[],"sex"?,"birthdate","birthplace"?}`,

  answer: (line) => ({
    verdict: matchPersons(
      identityOf(requiredObject(line, 'a')),
      identityOf(requiredObject(line, 'b'))
    ),
  }),
}

export default match

function identityOf(said: Line): Identity {
  const birthName = optionalText(said, 'birthName') ?? ''
  const givenNames = listOfTexts(said, 'givenNames')
  if ([birthName, ...givenNames].every((name) => nameKey(name) === '')) {
    throw new Unjudgeable('name', 'Une des deux fiches n’a ni nom de naissance, ni prénom.')
  }
  return {
    birthName,
    givenNames,
    usageName: optionalText(said, 'usageName'),
    sex: sexOf(known(said, 'sex')),
    birthdate: birthdateOf(requiredText(said, 'birthdate')),
    birthplace: known(said, 'birthplace'),
  }
}

/** In upper case, so that 2b002 is 2B002; null when there is nothing. */
const known = (said: Line, name: string) => {
  const text = optionalText(said, name)?.trim().toUpperCase()
  return text ? text : null
}

/** FranceConnect says it in whole words; « unspecified » is unknown, and contradicts nobody. */
const SEXES = new Map([
  ['M', 'M'],
  ['MALE', 'M'],
  ['F', 'F'],
  ['FEMALE', 'F'],
])
const sexOf = (word: string | null) => SEXES.get(word ?? '') ?? null

function birthdateOf(text: string): PartialDate {
  const date = PartialDate.tryParse(text)
  if (date === null)
    throw new Unjudgeable('birthdate', `« ${text} » n’est pas une date de naissance.`)
  return date
}
