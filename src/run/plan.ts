/** The plan that institutions are checked against: this is the one place that says which. */
export { LIUZHOU_2020 as PLAN } from '../plan/plan.js';
