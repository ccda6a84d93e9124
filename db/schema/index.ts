export * from './catalogue.ts'
export * from './plans.ts'
export * from './study.ts'
export * from './users.ts'
