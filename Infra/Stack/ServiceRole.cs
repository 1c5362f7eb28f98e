using Pulumi;

namespace Infra.Stack;

internal sealed record ServiceRoleArgs
{
    public required StackContext Context { get; init; }

    /// <summary>The AWS service that assumes the role.</summary>
    public required string Service { get; init; }

    /// <summary>The permissions of the role, as a policy document; none means no permissions.</summary>
    public Output<string>? Policy { get; init; }

    /// <summary>Policies of AWS's own that it has besides, by path and name: <c>service-role/…</c>.</summary>
    public IReadOnlyList<string> ManagedPolicies { get; init; } = [];

    /// <summary>
    /// Whether the service says for whose account it assumes the role, so that the trust can be limited to this one. Only where AWS's
    /// own page on the role shows it: with another service the role could never be assumed, and nobody would be told.
    /// </summary>
    public required bool NamesAccount { get; init; }
}

/// <summary>
/// A role that one AWS service assumes, with its policies. Dependants that need the rights, not only the role, depend on
/// the component: a role without its policy starts tasks that fail, and loses its policy first when a stack is destroyed.
/// </summary>
internal sealed class ServiceRole : ComponentResource
{
    private const string Type = "infra:index:ServiceRole";

    public ServiceRole(string name, ServiceRoleArgs args, ComponentResourceOptions options)
        : base(Type, name, options)
    {
        var role = new AwsIam.Role(
            AwsNames.Role.Fit(name),
            new AwsIam.RoleArgs
            {
                AssumeRolePolicy = args.Context.AccountId.Apply(account => PolicyDocument.Trust(args.Service, args.NamesAccount ? account : null)),
                PermissionsBoundary = args.Context.PermissionsBoundaryArn!,
            },
            this.Child());
        if (args.Policy is not null)
        {
            _ = new AwsIam.RolePolicy(name, new AwsIam.RolePolicyArgs { Role = role.Name, Policy = args.Policy }, this.Child());
        }

        foreach (var policy in args.ManagedPolicies)
        {
            _ = new AwsIam.RolePolicyAttachment(
                $"{name}-{policy.Split('/')[^1]}",
                new AwsIam.RolePolicyAttachmentArgs
                {
                    Role = role.Name,
                    PolicyArn = args.Context.Partition.Arn("iam", region: "", accountId: "aws", $"policy/{policy}"),
                },
                this.Child());
        }

        Arn = role.Arn;
        RoleName = role.Name;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("roleName")]
    public Output<string> RoleName { get; }
}
