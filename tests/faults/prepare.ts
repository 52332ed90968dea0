/** Makes the platform of the demonstration and leaves it at rest: its folder is then copied. */
import { preparePlatform } from '../../bin/setup/platform.mjs'

const platform = await preparePlatform()
await platform.stop()
console.log('VERDICT {}')
process.exit(0)
