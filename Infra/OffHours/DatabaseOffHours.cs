using System.Text.Json.Nodes;
using Infra.Databases;
using Pulumi;

namespace Infra.OffHours;

internal sealed record DatabaseOffHoursArgs
{
    public required StackContext Context { get; init; }

    public required DatabaseOffHoursConfig Config { get; init; }

    public required string TimeZone { get; init; }

    public required Database Database { get; init; }
}

/// <summary>
/// Schedules that stop and start a database instance. RDS itself starts an instance that was stopped for seven days.
/// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html
/// </summary>
internal sealed class DatabaseOffHours : ComponentResource
{
    private const string Type = "infra:index:DatabaseOffHours";

    // RDS refuses while the instance is being backed up or modified. After an hour the action may no longer be wanted.
    private const int RetrySeconds = 3600;
    private const int RetryAttempts = 20;

    private readonly string _name;
    private readonly DatabaseOffHoursArgs _args;

    public DatabaseOffHours(string name, DatabaseOffHoursArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var role = CreateRole();
        CreateSchedule("stop", args.Config.StopCron, args.TimeZone, role);
        CreateSchedule("start", args.Config.StartCron, args.TimeZone, role);
        RegisterOutputs();
    }

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    private ServiceRole CreateRole() => new(
        _name,
        new ServiceRoleArgs
        {
            Context = _args.Context,
            Service = "scheduler.amazonaws.com",
            NamesAccount = true,
            Policy = _args.Database.Arn.Apply(arn => PolicyDocument.Json(
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
                    Input = _args.Database.Identifier.Apply(identifier =>
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
