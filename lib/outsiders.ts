/** Persons and organisations who are no agent: what they say of themselves, read and compared. */
export {
  checkValue,
  isCheckedKind,
  type CheckContext,
  type Checked,
  type CheckedKind,
} from './outsiders/check.js'
export { comparePersons, type Comparison, type FactLikeness } from './outsiders/compare.js'
export { matchPersons, type Identity, type Verdict } from './outsiders/match.js'
export { nameKey } from './outsiders/name_key.js'
