using Pulumi;

namespace Infra.Backups;

internal sealed record BackupPlanArgs
{
    public required StackContext Context { get; init; }

    public required BackupConfig Config { get; init; }

    /// <summary>The resources to back up.</summary>
    public required IEnumerable<Output<string>> ResourceArns { get; init; }
}

/// <summary>A backup vault, and a backup plan for the stack's data.</summary>
internal sealed class BackupPlan : ComponentResource
{
    private const string Type = "infra:index:BackupPlan";

    // The defaults of the console. Those of the provider are shorter, and AWS Backup cancels jobs that exceed them.
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
    private const int StartWindowMinutes = 8 * 60;
    private const int CompletionWindowMinutes = 7 * 24 * 60;

    private readonly string _name;

    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        var config = args.Config;
        _name = name;
        var vault = CreateVault(config, args.Context);
        var plan = CreatePlan(config, vault);
        var role = CreateRole(args.Context);
        CreateSelection(plan, role, args.ResourceArns);

        VaultName = vault.Name;
        RegisterOutputs();
    }

    [Output("vaultName")]
    public Output<string> VaultName { get; }

    // Its name is fixed, so that an empty replacement with another key fails and the backups stay.
    private Backup.Vault CreateVault(BackupConfig config, StackContext context) => new(
        _name,
        new Backup.VaultArgs
        {
            Name = AwsNames.BackupVault.Fit(context.Names.Deployment),
            ForceDestroy = config.DeleteWithBackups,
            KmsKeyArn = context.KmsKeyArn!,
        },
        this.DataChild(isProtected: !config.DeleteWithBackups));

    private Backup.Plan CreatePlan(BackupConfig config, Backup.Vault vault)
    {
        var lifecycle = new Backup.Inputs.PlanRuleLifecycleArgs { DeleteAfter = config.RetentionDays };
        if (config.ColdStorageAfterDays is { } days)
        {
            lifecycle.ColdStorageAfter = days;
        }

        return new Backup.Plan(
            _name,
            new Backup.PlanArgs
            {
                Rules =
                [
                    new Backup.Inputs.PlanRuleArgs
                    {
                        RuleName = "scheduled",
                        TargetVaultName = vault.Name,
                        Schedule = config.Schedule,
                        StartWindow = StartWindowMinutes,
                        CompletionWindow = CompletionWindowMinutes,
                        Lifecycle = lifecycle,
                    },
                ],
            },
            this.Child());
    }

    // AWS managed policies, because AWS extends them as AWS Backup needs more, and restores from the console use the same role. The trust
    // policy has no condition on the account: the documentation shows none, and one that does not match would prevent every backup.
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
    private ServiceRole CreateRole(StackContext context) => new(
        _name,
        new ServiceRoleArgs
        {
            Context = context,
            Service = "backup.amazonaws.com",
            Policy = context.KmsKeyArn is { } key ? Output.Create(PolicyDocument.Json([UseKey(key)])) : null,
            NamesAccount = false,
            ManagedPolicies = ["service-role/AWSBackupServiceRolePolicyForBackup", "service-role/AWSBackupServiceRolePolicyForRestores"],
        },
        this.ChildComponent());

    // Without it, jobs succeed although nothing is backed up. https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
    private static PolicyStatement UseKey(string keyArn) =>
        PolicyStatement.Allow(["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], keyArn);

    private void CreateSelection(Backup.Plan plan, ServiceRole role, IEnumerable<Output<string>> resourceArns)
    {
        var options = this.Child();
        // AWS Backup uses the role as soon as the selection exists.
        options.DependsOn = [role];
        _ = new Backup.Selection(
            _name,
            new Backup.SelectionArgs { PlanId = plan.Id, IamRoleArn = role.Arn, Resources = [.. resourceArns] },
            options);
    }
}
