import { InvalidValue, tryParse } from './value.js'

/** What the Base Adresse Nationale says of an address (the `properties` of its GeoJSON). */
export interface BanProperties {
  /** « 35238_1234_00012 »; absent for an address that was typed. */
  id?: string
  /** Number and its suffix: « 12 bis ». */
  housenumber?: string
  street?: string
  /** Number and street, or the locality: the line before the town. */
  name: string
  postcode: string
  /** The code of the commune in the official geographic code (COG): 35238, 2A004. */
  citycode: string
  city: string
}

const POSTCODE = /^\d{5}$/
const CITYCODE = /^(?:\d{2}|2[AB])\d{3}$/

/** A postal address in France, in the words of the Base Adresse Nationale. */
export class Address {
  private constructor(private readonly said: Readonly<BanProperties>) {
    Object.freeze(this)
  }

  /** @throws InvalidValue with the name of the part that is wrong as its reason */
  static parse(said: BanProperties): Address {
    const [name, city] = [oneLine(said.name), oneLine(said.city)]
    if (name === '')
      throw new InvalidValue('Indiquez le numéro et la voie, ou le lieu-dit.', 'name')
    if (!POSTCODE.test(said.postcode)) {
      throw new InvalidValue('Un code postal compte cinq chiffres.', 'postcode')
    }
    if (!CITYCODE.test(said.citycode)) {
      throw new InvalidValue('Ce code de commune n’existe pas : écrivez 35238, 2A004…', 'citycode')
    }
    if (city === '') throw new InvalidValue('Indiquez la commune.', 'city')
    const { id, housenumber, street, postcode, citycode } = said
    return new Address({ id, housenumber, street, name, postcode, citycode, city })
  }

  static tryParse(said: BanProperties): Address | null {
    return tryParse(() => Address.parse(said))
  }

  get postcode() {
    return this.said.postcode
  }

  get citycode() {
    return this.said.citycode
  }

  get city() {
    return this.said.city
  }

  /** « 12 bis rue de la Mairie 35000 Rennes », as the BAN labels it. */
  get label(): string {
    return this.lines().join(' ')
  }

  /** The lines of an envelope, after the name of the person. */
  lines(): [string, string] {
    return [this.said.name, `${this.said.postcode} ${this.said.city}`]
  }

  toJSON(): BanProperties & { label: string } {
    return { ...this.said, label: this.label }
  }

  toString() {
    return this.label
  }
}

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
