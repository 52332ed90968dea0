import type { HttpContext } from '@adonisjs/core/http'

type Session = HttpContext['session']

/** What proved who is there; `provider` names which. */
export type Proof =
  | 'password'
  | 'password_and_code'
  | 'passkey'
  | 'paper_code'
  | 'mailed_code'
  | 'said_code'
  | 'provider'
  | 'token'

/** The door of somebody outside, as a session holds it. */
export interface Door {
  personId: string
  /** As the banner says it. */
  name: string
  proof: Proof
  /** The `iss` of the provider that vouched for her, and what ends its session. */
  provider?: { issuer: string; idToken?: string }
  /** For whom she acts; absent when for herself. */
  establishment?: { id: string; organisationId: string; name: string }
}

/** Where @adonisjs/auth keeps the agent of a session. */
const AGENT = 'auth_web'
const OUTSIDE = 'outsider'
const ASIDE = 'agent_aside'

interface AgentAside {
  userId: string
  strong: boolean
}

/** Which of its doors a session is at: an agent's, a person's, an organisation's, or none. */
export function doorKind(session: Session): 'agent' | 'person' | 'organisation' | null {
  if (session.has(AGENT)) return 'agent'
  const door: Door | undefined = session.get(OUTSIDE)
  if (!door) return null
  return door.establishment ? 'organisation' : 'person'
}

/** The door of somebody outside, when it is the one that is open; an agent's shuts it. */
export const doorOf = (session: Session): Door | null =>
  session.has(AGENT) ? null : (session.get(OUTSIDE) ?? null)

/** The same when an agent is there, who may change to it. */
export const doorAside = (session: Session): Door | null =>
  session.has(AGENT) ? (session.get(OUTSIDE) ?? null) : null

/** The agent whose door waits while another is open. */
export const agentAside = (session: Session): AgentAside | null => session.get(ASIDE) ?? null

/** Opens the door of somebody outside; an agent who was there waits. */
export function putDoor(session: Session, door: Door): void {
  const userId: string | undefined = session.pull(AGENT)
  if (userId) session.put(ASIDE, { userId, strong: session.pull('strong') === true })
  session.put(OUTSIDE, door)
}

/** The same person, acting for herself. */
export const forHerself = (door: Door): Door => ({ ...door, establishment: undefined })

/** Shuts it for a while, and gives the agent hers back; returns who is there now, or null. */
export function putAgent(session: Session): string | null {
  const aside: AgentAside | null = session.pull(ASIDE)
  if (!aside) return null
  session.put(AGENT, aside.userId)
  session.put('strong', aside.strong)
  return aside.userId
}

/** Leaves: nobody outside is there any more. */
export const shutDoor = (session: Session): void => session.forget(OUTSIDE)
