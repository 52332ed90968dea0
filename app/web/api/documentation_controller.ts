import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { openApi } from './openapi.js'
import { allScopes, callOf, openedApis } from './registry.js'
import { schemaOf } from './schema_of.js'
import { fieldsOf } from './told_fields.js'

/** What an author of programs reads: the document itself, and the same as a page. */
export default class DocumentationController {
  async show({ view }: HttpContext) {
    const apis = openedApis().map((api) => ({
      label: api.label,
      operations: api.operations.map((operation) => ({
        id: `${api.room}_${operation.name}`,
        ...callOf(api, operation),
        title: operation.title,
        says: operation.says,
        permission: operation.permission,
        isSeen: typeof operation.seen === 'function',
        files: Object.entries(operation.files ?? {}).map(([name, file]) => ({ name, ...file })),
        fields: operation.body ? fieldsOf(schemaOf(operation.body)) : [],
      })),
    }))
    return view.render('documentation/show', { apis, scopes: allScopes(), house: appUrl })
  }

  async document({ response }: HttpContext) {
    response.header('content-type', 'application/json; charset=utf-8')
    response.header('cache-control', 'public, max-age=300')
    return response.send(JSON.stringify(openApi()))
  }
}
