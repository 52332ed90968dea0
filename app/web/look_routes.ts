import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { bars } from '#lib/bars'
import { openRoutes } from './routes.js'

openRoutes('a stylesheet made of a colour; no data of a tenant is shown', () => {
  router
    .get('/accents/:file', [controllers.web.Accents, 'show'])
    .where('file', /^[0-9a-f]{6}\.css$/)
    .as('accents.show')
})

// All the parts of the screens on one page, for those who build them.
if (!app.inProduction) {
  openRoutes('the parts of the screens, with invented data; absent in production', () => {
    router
      .get('/_/parts', async ({ auth, view }) => {
        await auth.check()
        return view.render('parts/index', { inventedBars: inventedBars() })
      })
      .as('parts.index')
  })
}

/** Thirty days of invented counts, with a quiet week-end: what the part shows. */
const inventedBars = () =>
  bars(
    Array.from({ length: 30 }, (_, n) => ({
      label: `${n + 1}/11`,
      value: n % 7 > 4 ? n % 3 : 12 + ((n * 17) % 31),
    })),
    { says: 'De 0 à 42 gestes par jour en novembre.', write: String }
  )
