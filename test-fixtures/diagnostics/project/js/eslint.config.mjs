export default [{ rules: { "no-unused-vars": "warn", "no-undef": "error", eqeqeq: "warn", "no-debugger": "error" } }];
