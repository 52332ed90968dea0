/** What becomes of an invoice, as messages between platforms say it. */
export type {
  LifecycleMessage,
  MessageAmount,
  MessageParty,
  MessageReason,
} from './lifecycle/message.js'
export { isOver, mayGo, MOVES, STATES, type InvoiceState } from './lifecycle/states.js'
export {
  afnorOfChorus,
  NEEDS_REASON,
  reasonsOf,
  SET_BY_BUYER,
  stateOfAfnor,
  stateOfChorus,
  stateOfFile,
  WORDS,
} from './lifecycle/translations.js'
export { STATUS_FACTS, type StatusFacts } from './lifecycle/status_codes.js'
export { writeCdar } from './lifecycle/write_cdar.js'
export { REASON_WORDS } from './lifecycle/reason_words.js'
