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
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.sections.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.sections.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.fiches.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.values.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.projects.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.transitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.axes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.publication.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'userId': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.freezings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.advice.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
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
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.sections.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
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
    'territory.projects.index': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.show': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.pdf': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.csv': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.evaluations.pdf': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.sections.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.values.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.create': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.projects.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.create': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.show': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.feed': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.csv': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.public.fiche': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.public.evaluation': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'year': ParamValue} }
  }
  PUT: {
    'territory.sections.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.fiches.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.values.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.projects.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.publication.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.evaluations.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.update': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
  }
  POST: {
    'territory.projects.store': { paramsTuple: [ParamValue]; params: {'tenant': ParamValue} }
    'territory.transitions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.checks.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.axes.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.fiches.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.pilots.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.indicators.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
    'territory.freezings.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'year': ParamValue} }
    'territory.advice.store': { paramsTuple: [ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue} }
  }
  DELETE: {
    'territory.checks.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'code': ParamValue} }
    'territory.pilots.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'tenant': ParamValue,'id': ParamValue,'userId': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}