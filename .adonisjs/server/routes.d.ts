import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'health.metrics': { paramsTuple?: []; params?: {} }
    'accents.show': { paramsTuple: [ParamValue]; params: {'colour': ParamValue} }
    'parts.index': { paramsTuple?: []; params?: {} }
    'portal.home.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.searches.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'portal.tasks.index': { paramsTuple?: []; params?: {} }
    'portal.front.show': { paramsTuple?: []; params?: {} }
    'portal.accessibility': { paramsTuple?: []; params?: {} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.privacy': { paramsTuple?: []; params?: {} }
    'portal.public.towns.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}