import { defineConfig, drivers } from '@adonisjs/core/hash'
import app from '@adonisjs/core/services/app'

/** Tests log in hundreds of times: there it only has to be scrypt. */
const cost = app.inTest ? 1024 : 65_536

/** scrypt at the cost that OWASP recommends (N=2^17 needs 128 MB; 2^16 with p=2 is its equal). */
const hashConfig = defineConfig({
  default: 'scrypt',
  list: {
    scrypt: drivers.scrypt({ cost, blockSize: 8, parallelization: 2, maxMemory: 134_217_728 }),
  },
})

export default hashConfig

declare module '@adonisjs/core/types' {
  export interface HashersList extends InferHashers<typeof hashConfig> {}
}
