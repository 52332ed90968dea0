import { ProjectCheckSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'

/** Something that the method asks before leaving a step, and that was done on a day. */
export default class ProjectCheck extends TenantModel(ProjectCheckSchema) {
  static table = 'territory.project_checks'
}
