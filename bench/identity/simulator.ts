import { start } from '../../simulators/franceconnect/index.js'
import { inventedCitizen } from './people.js'

/** FranceConnect for the bench, a process of its own: its time weighs on both contestants alike. */
const people = Number(process.env.PEOPLE)
await start({
  port: Number(process.env.PORT),
  redirectUris: process.env.REDIRECT_URIS!.split(' '),
  logoutUris: [],
  citizens: Array.from({ length: people }, (_, n) => inventedCitizen(n)),
})
