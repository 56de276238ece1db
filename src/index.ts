export { Linter, type LinterOptions, type LintTextOptions } from './linter.js';
export { defineConfig, definePlugin, type Config, type Plugin } from './model/config.js';
export { defineDialect, type Dialect } from './model/dialect.js';
export { defineReaderRule, defineRule, defineSetRule, defineViolationRule, type Rule } from './model/rule.js';
export { RuleTester, RuleTestError } from './tester/rule-tester.js';
