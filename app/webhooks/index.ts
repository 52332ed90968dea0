/** Webhooks: what others may ask of them. */
export { openWebhook, type Wanted } from './keeping.js'
