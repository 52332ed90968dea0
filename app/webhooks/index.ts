/** Webhooks: what others may ask of them. */
export { openWebhook, type Wanted } from './keeping.js'
export { messageBody, newSecret, postToStranger, resealed, strangerFault } from './strangers.js'
export { delayAfter, isHopeless } from './rules/schedule.js'
export { attemptWords, verdictOf, type Result } from './rules/verdict.js'
