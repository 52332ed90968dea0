import { defineConfig, drivers } from '@adonisjs/core/encryption'
import env from '#start/env'

/** The first writes; the previous one still reads, for the time of a rotation. */
const previous = env.get('APP_KEY_PREVIOUS')
const keys = [env.get('APP_KEY'), ...(previous ? [previous] : [])]

export default defineConfig({
  default: 'gcm',
  list: { gcm: drivers.aes256gcm({ id: 'gcm', keys }) },
})
