using Pulumi;

namespace Infra.Monitoring;

internal sealed record MetricAlarmsArgs
{
    public required StackContext Context { get; init; }

    /// <summary>The topic to notify; null shows the alarms in CloudWatch only.</summary>
    public Output<string>? TopicArn { get; init; }

    public required IReadOnlyList<AlarmSpec> Alarms { get; init; }

    /// <summary>The dimensions that identify the resource.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Dimensions { get; init; }
}

/// <summary>The alarms on one resource, such as a database. The subject of the mail is the name of the alarm, so it names the resource.</summary>
internal sealed class MetricAlarms : ComponentResource
{
    private const string Type = "infra:index:MetricAlarms";

    private readonly string _name;
    private readonly MetricAlarmsArgs _args;

    public MetricAlarms(string name, MetricAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, options)
    {
        (_name, _args) = (name, args);
        var alarms = args.Alarms.Select(alarm => (Spec: alarm, CreateAlarm(alarm).Name)).ToList();

        DeploymentAlarmNames = [.. alarms.Where(alarm => alarm.Spec.TriggersRollback).Select(alarm => alarm.Name)];
        RegisterOutputs();
    }

    /// <summary>The names of the alarms that can roll back a deployment.</summary>
    public IReadOnlyList<Output<string>> DeploymentAlarmNames { get; }

    private CloudWatch.MetricAlarm CreateAlarm(AlarmSpec spec)
    {
        var alarm = spec.PercentOf is null ? PlanMetric(spec) : PlanPercentage(spec, spec.PercentOf);
        var logicalName = $"{_name}-{spec.Key}";
        alarm.Name = _args.Context.Names.Alarm(logicalName);
        alarm.AlarmDescription = spec.Description;
        alarm.ComparisonOperator = spec.Comparison;
        alarm.Threshold = spec.Threshold;
        alarm.EvaluationPeriods = spec.Timing.EvaluationPeriods;
        alarm.DatapointsToAlarm = spec.Timing.DatapointsToAlarm;
        alarm.TreatMissingData = spec.MissingData;
        if (_args.TopicArn is { } topic)
        {
            (alarm.AlarmActions, alarm.OkActions) = ([topic], [topic]);
        }

        return new CloudWatch.MetricAlarm(logicalName, alarm, this.Child());
    }

    private CloudWatch.MetricAlarmArgs PlanMetric(AlarmSpec spec)
    {
        var alarm = new CloudWatch.MetricAlarmArgs
        {
            Namespace = spec.Namespace,
            MetricName = spec.Metric,
            Period = spec.Timing.PeriodSeconds,
            Dimensions = Dimensions(),
        };
        if (spec.IsPercentile)
        {
            alarm.ExtendedStatistic = spec.Statistic;
        }
        else
        {
            alarm.Statistic = spec.Statistic;
        }

        return alarm;
    }

    private CloudWatch.MetricAlarmArgs PlanPercentage(AlarmSpec spec, string whole) => new()
    {
        MetricQueries =
        [
            new CloudWatch.Inputs.MetricAlarmMetricQueryArgs
            {
                Id = "percent",
                Expression = "100 * part / whole",
                Label = $"{spec.Metric} in percent of {whole}",
                ReturnData = true,
            },
            Query("part", spec.Metric, spec),
            Query("whole", whole, spec),
        ],
    };

    private CloudWatch.Inputs.MetricAlarmMetricQueryArgs Query(string id, string metric, AlarmSpec spec) => new()
    {
        Id = id,
        Metric = new CloudWatch.Inputs.MetricAlarmMetricQueryMetricArgs
        {
            Namespace = spec.Namespace,
            MetricName = metric,
            Stat = spec.Statistic,
            Period = spec.Timing.PeriodSeconds,
            Dimensions = Dimensions(),
        },
    };

    private InputMap<string> Dimensions()
    {
        var dimensions = new InputMap<string>();
        foreach (var (key, value) in _args.Dimensions)
        {
            dimensions.Add(key, value);
        }

        return dimensions;
    }
}
