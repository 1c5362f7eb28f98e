using System.Collections.Immutable;
using System.Text.Json;
using Infra.Configuration.Binding;
using Infra.Sandbox.Graph;
using Infra.Stack.Parts;
using static Infra.Stack.StackKeys;

namespace Infra.Sandbox.Checks.Controls;

/// <summary>Controls of permissions and sign-in.</summary>
internal static class AccessControls
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string UserPool = "aws:cognito/userPool:UserPool";

    // https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-2
    private static readonly string[] Decrypting = ["kms:Decrypt", "kms:ReEncryptFrom", "kms:*", "*"];

    public static ImmutableArray<ControlRule> All { get; } =
    [
        new("Cognito.6", UserPools),
        new("KMS.2", AllKeys),
        new("SEC03-BP02", AllActions),
    ];

    private static IEnumerable<Violation> UserPools(CheckContext context) =>
        from pool in context.Of(UserPool)
        where pool.Inputs.Text("deletionProtection") != "ACTIVE"
        let key = context.Key(Key(stack => stack.Authentication!.UserPool!.DeletionProtection))
        select new Violation(pool, key, "is false, so a mistake can delete all users", Remedy.Set(key, "true"));

    private static IEnumerable<Violation> AllKeys(CheckContext context) => Statements(
        context,
        CanDecryptAll,
        permission => permission.Actions.Any(Decrypting.Contains) && permission.Resources.Any(IsAllKeys),
        key => new Cause(
            key.Member<PermissionConfig>(known => known.Resources),
            "include every KMS key, so the tasks can decrypt whatever they can read",
            resources => Remedy.Set(
                resources,
                "[\"arn:aws:kms:${aws.region}:${aws.accountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab\"]",
                "Put in the key that the application needs.")));

    private static bool CanDecryptAll(JsonElement statement) =>
        CheckContext.Texts(statement, "Action").Any(Decrypting.Contains) && CheckContext.Texts(statement, "Resource").Any(IsAllKeys);

    private static bool IsAllKeys(string resource) =>
        resource == "*" || (resource.StartsWith("arn:", StringComparison.Ordinal) && resource.Contains(":kms:", StringComparison.Ordinal) && resource.EndsWith(":key/*", StringComparison.Ordinal));

    private static IEnumerable<Violation> AllActions(CheckContext context) => Statements(
        context,
        statement => CheckContext.Texts(statement, "Action").Any(IsWholeService),
        permission => permission.Actions.Any(IsWholeService),
        key => new Cause(
            key.Member<PermissionConfig>(known => known.Actions),
            "allow everything that a service can do, such as deleting data and changing policies",
            _ => Remedy.None("Name the actions that the application calls; only its team knows them.")));

    private static bool IsWholeService(string action) => action == "*" || action.EndsWith(":*", StringComparison.Ordinal);

    private static IEnumerable<Violation> Statements(
        CheckContext context, Func<JsonElement, bool> isWrong, Func<PermissionConfig, bool> isCause, Func<KeyPath, Cause> causeOf) =>
        from policy in context.Of(RolePolicy)
        where CheckContext.AllowedBy(policy).Any(isWrong)
        from task in context.Config.AllTasks
        where context.Key(task.Path) == context.KeyOf(policy)
        from permission in task.Task.Permissions.Index()
        where isCause(permission.Item)
        let cause = causeOf(task.KeyOf(config => config.Permissions).Item(permission.Index))
        let key = context.Key(cause.Path)
        select new Violation(policy, key, cause.Why, cause.Remedy(key));

    private sealed record Cause(KeyPath Path, string Why, Func<string, Remedy> Remedy);
}
