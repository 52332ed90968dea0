import type { Visitor } from './visitor.js'

/** A person of the demonstration and what opens her account. */
export interface Traveller {
  email: string
  password: string
}

/** The people, the place and the document of one journey. */
export interface Itinerary {
  base: string
  pdf: string
  agent: Traveller
  secretary: Traveller
  mayor: Traveller & { p12: string; p12Password: string }
  /** The slug of the commune. */
  place: string
  /** Who is already logged in; everybody logs in at each step without it. */
  present?: Map<string, Promise<Visitor>>
}
