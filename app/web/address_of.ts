import { createUrlBuilder } from '@adonisjs/core/http/url_builder_client'
import router from '@adonisjs/core/services/router'

type Build = (name: string, params: object) => string

const builders = new Map<string, Build>()

/**
 * The path of the route of that name; throws when none bears it. Adonis looks through all the routes
 * of the house, a thousand, for each address of a page: each is found once here.
 */
export function addressOf(name: string, params: object): string {
  const build = builders.get(name) ?? builderOf(name)
  return build(name, params)
}

function builderOf(name: string): Build {
  const route = router.find(name, undefined, undefined, true)
  if (!route) throw new Error(`No route is named "${name}"`)
  const build = createUrlBuilder({ root: [route] } as never, () => '') as unknown as Build
  builders.set(name, build)
  return build
}
