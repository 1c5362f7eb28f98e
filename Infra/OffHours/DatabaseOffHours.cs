using System.Text.Json.Nodes;
using Infra.Schedules;
using Infra.Services;
using Pulumi;

namespace Infra.OffHours;

internal sealed record DatabaseOffHoursArgs
{
    public required StackContext Context { get; init; }

    public required Output<string> InstanceIdentifier { get; init; }

    public required Output<string> InstanceArn { get; init; }
}

/// <summary>
/// Stops a database instance at night and starts it in the morning, whether it has a standby or not. AWS itself starts one that was
/// stopped for seven days. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html
/// </summary>
internal sealed class DatabaseOffHours : ComponentResource
{
    private const string Type = "infra:index:DatabaseOffHours";

    // An instance that is just being backed up or changed refuses; later it would be morning, or people at work.
    private const int RetrySeconds = 3600;
    private const int RetryAttempts = 20;

    private readonly string _name;
    private readonly DatabaseOffHoursArgs _args;

    private DatabaseOffHours(string name, DatabaseOffHoursConfig config, string timeZone, DatabaseOffHoursArgs args)
        : base(Type, name)
    {
        (_name, _args) = (name, args);
        var role = CreateRole();
        CreateSchedule("stop", config.StopCron, timeZone, role);
        CreateSchedule("start", config.StartCron, timeZone, role);
        RegisterOutputs();
    }

    /// <summary>None where the database stays on.</summary>
    public static DatabaseOffHours? For(string name, OffHoursConfig? config, DatabaseOffHoursArgs args) =>
        config?.Database is { } database ? new DatabaseOffHours(name, database, config.TimeZone, args) : null;

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    private ServiceRole CreateRole() => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "scheduler.amazonaws.com",
            NamesAccount = true,
            Policy = _args.InstanceArn.Apply(arn => PolicyDocument.Json(
                [PolicyStatement.Allow(["rds:StartDBInstance", "rds:StopDBInstance"], arn)])),
        },
        this.ChildComponent());

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
    private void CreateSchedule(string action, string cron, string timeZone, ServiceRole role)
    {
        var options = this.Child();
        options.DependsOn = [role];
        _ = new Scheduler.Schedule(
            $"{_name}-{action}",
            new Scheduler.ScheduleArgs
            {
                ScheduleExpression = cron,
                ScheduleExpressionTimezone = timeZone,
                FlexibleTimeWindow = new Scheduler.Inputs.ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new Scheduler.Inputs.ScheduleTargetArgs
                {
                    Arn = _args.Context.Partition.Arn("scheduler", "", "", $"aws-sdk:rds:{action}DBInstance"),
                    RoleArn = role.Arn,
                    Input = _args.InstanceIdentifier.Apply(identifier =>
                        CanonicalJson.Text(new JsonObject { ["DbInstanceIdentifier"] = identifier })),
                    RetryPolicy = new Scheduler.Inputs.ScheduleTargetRetryPolicyArgs
                    {
                        MaximumEventAgeInSeconds = RetrySeconds,
                        MaximumRetryAttempts = RetryAttempts,
                    },
                },
            },
            options);
    }
}
