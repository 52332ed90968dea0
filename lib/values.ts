/** Values that cannot be bad: `parse` throws InvalidValue, `tryParse` answers null. */
export { InvalidValue } from './values/value.js'
export { Siren, Siret } from './values/siren.js'
export { Sha256 } from './values/sha256.js'
export { EmailAddress } from './values/email_address.js'
export { LocalDate } from './values/local_date.js'
export { EuroAmount } from './values/euro_amount.js'
export { DepartementCode } from './values/departement_code.js'
export { uuidv7, isUuid } from './values/uuid.js'
