using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Sandbox.Verification.Aws;
using Infra.Sandbox.Verification.Outputs;
using Infra.Sandbox.Verification.Rollouts;

namespace Infra.Sandbox.Tests.Verification.Histories;

/// <summary>
/// A small model of ECS and a load balancer, in which a deployment of revision 41 after revision 40 succeeds or fails at random. It answers
/// the commands, and time passes only during delays.
/// </summary>
internal sealed class EcsHistory : IAwsCli, IClock
{
    private const int New = 41;
    private const int Old = 40;
    private const int FailuresOfCircuitBreaker = 3;
    private const string Cluster = "shop-prod";
    private const string Group = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/1";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 14, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly Scenario _scenario;
    private readonly int _scenarioTick;
    private readonly bool _hasTargets;
    private readonly bool _listsServiceDeployments;
    private readonly bool _hasOld;
    private readonly bool _sameRevision;
    private readonly double _startChance;
    private readonly List<ModelTask> _tasks = [];
    private readonly List<ModelDeployment> _deployments = [];
    private readonly List<(string Message, DateTimeOffset Time)> _events = [];

    private string _status = "ACTIVE";
    private string _serviceDeployment = "IN_PROGRESS";
    private int _desired;
    private int _tick;
    private int _steady;
    private int _answers;
    private string? _staleAnswer;

    public EcsHistory(int seed)
    {
        _random = new Random(seed);
        _scenario = Enum.GetValues<Scenario>()[_random.Next(Enum.GetValues<Scenario>().Length)];
        _scenarioTick = _random.Next(1, 60);
        _hasTargets = _random.Next(3) > 0;
        _listsServiceDeployments = _random.Next(2) == 0;
        _hasOld = _random.Next(5) > 0;
        _sameRevision = _hasOld && _random.Next(6) == 0;
        _startChance = 0.1 + (_random.NextDouble() * 0.8);
        _desired = _random.Next(0, 5);
        Minimum = _random.Next(2) == 0 ? _desired : Math.Max(0, _desired - 1);
        Maximum = Minimum == _desired ? _desired : _desired + 2;
        if (_hasOld)
        {
            Deploy(_sameRevision ? New : Old, "COMPLETED");
            _deployments[0].Tasks.AddRange(Enumerable.Range(0, _desired).Select(_ => NewTask(_deployments[0], "RUNNING", isHealthy: true)));
            // Describes the service as it was before the update, once.
            _staleAnswer = _random.Next(4) == 0 && !_sameRevision ? Service().ToJsonString() : null;
        }

        // The update happened some time before.
        Deploy(New, "IN_PROGRESS");
        for (var ticks = _random.Next(0, 80); ticks > 0; ticks--)
        {
            Advance();
        }
    }

    public int Minimum { get; }

    public int Maximum { get; }

    public TimeSpan Elapsed { get; private set; }

    public ExpectedState Expected => new()
    {
        Project = "app",
        Region = "eu-central-1",
        Cluster = Cluster,
        Services =
        [
            new ExpectedService("app:service")
            {
                Name = "shop",
                TaskDefinition = Arn(New),
                MinimumTasks = Minimum,
                MaximumTasks = Maximum,
                TargetGroups = _hasTargets ? [[Group]] : [],
                TimeoutMinutes = 30,
            },
        ],
        Jobs = [],
    };

    /// <summary>Whether it served when the service was described last.</summary>
    public bool ServedWhenDescribed { get; private set; }

    /// <summary>The truth: the expected revision is the one that serves, with all of its tasks.</summary>
    public bool Serves => _status == "ACTIVE"
        && _deployments.Find(deployment => deployment.IsPrimary) is { Revision: New, IsRollback: false, State: "COMPLETED" }
        && _serviceDeployment == "SUCCESSFUL"
        && _desired >= Minimum && _desired <= Maximum
        && _tasks.Count(task => task is { Revision: New, Status: "RUNNING", IsHealthy: true }) >= _desired;

    public override string ToString() => $"{_scenario} at {_scenarioTick}, {_desired} tasks, {(_hasTargets ? "" : "no ")}load balancer, {(_hasOld ? "update" : "first deployment")}";

    public Task DelayAsync(TimeSpan delay, CancellationToken cancellation)
    {
        Elapsed += delay;
        for (var passed = TimeSpan.Zero; passed < delay; passed += Tick)
        {
            Advance();
        }

        return Task.CompletedTask;
    }

    public Task<JsonElement> CallAsync(AwsCall call, CancellationToken cancellation)
    {
        // AWS throttles now and then, but not for long.
        if (++_answers % 23 == 0)
        {
            throw new AwsCallException(call, "ThrottlingException", "Rate exceeded");
        }

        var answer = call.Operation switch
        {
            "describe-services" => Describe(),
            "list-tasks" => new JsonObject { ["taskArns"] = Array(ListedTasks(call.Arguments[^1]).Select(task => (JsonNode)task.Arn)) },
            "describe-tasks" => new JsonObject { ["tasks"] = Array(_tasks.Where(task => call.Arguments.Contains(task.Arn)).Select(Json)) },
            "describe-target-health" => new JsonObject { ["TargetHealthDescriptions"] = Array(_tasks.Where(task => task.Status == "RUNNING").Select(Target)) },
            "list-service-deployments" => _listsServiceDeployments
                ? new JsonObject { ["serviceDeployments"] = Array([new JsonObject { ["serviceDeploymentArn"] = "arn:deployment", ["createdAt"] = Time(0), ["status"] = _serviceDeployment }]) }
                : throw new AwsCallException(call, "AccessDeniedException", "not authorized"),
            "describe-service-deployments" => new JsonObject { ["serviceDeployments"] = new JsonArray() },
            "describe-task-definition" => new JsonObject { ["taskDefinition"] = new JsonObject { ["status"] = "ACTIVE", ["containerDefinitions"] = new JsonArray() } },
            _ => throw new InvalidOperationException($"{call}"),
        };
        return Task.FromResult(JsonSerializer.SerializeToElement(answer));
    }

    private JsonNode Describe()
    {
        ServedWhenDescribed = Serves;
        if (_staleAnswer is { } stale)
        {
            _staleAnswer = null;
            return JsonNode.Parse(stale)!;
        }

        return Service();
    }

    private void Advance()
    {
        _tick++;
        if (_tick == _scenarioTick)
        {
            ApplyScenario();
        }

        foreach (var task in _tasks.Where(task => task.Status is "PENDING" or "RUNNING").ToList())
        {
            Age(task);
        }

        if (_deployments.Find(deployment => deployment.IsPrimary) is { State: not "FAILED" } primary)
        {
            Schedule(primary);
        }
    }

    private void ApplyScenario()
    {
        var primary = _deployments.Find(deployment => deployment.IsPrimary)!;
        switch (_scenario)
        {
            case Scenario.AlarmFires when primary is { Revision: New, State: "IN_PROGRESS" }:
                Fail(primary, "alarm detected");
                break;
            case Scenario.OtherRevisionIsDeployed:
                Deploy(New + 1, "IN_PROGRESS");
                _serviceDeployment = "IN_PROGRESS";
                break;
            case Scenario.DeploymentIsStopped when primary is { Revision: New, State: "IN_PROGRESS" }:
                (primary.State, _serviceDeployment) = ("FAILED", "STOPPED");
                break;
            case Scenario.ServiceIsDeleted:
                _status = _random.Next(2) == 0 ? "DRAINING" : "INACTIVE";
                break;
            case Scenario.ServiceIsScaled:
                _desired = Math.Clamp(_desired + _random.Next(-1, 2), Minimum, Maximum);
                break;
            case Scenario.CountIsSetByHand:
                _desired = Maximum + 1;
                break;
            case Scenario.TasksCrashOnce:
                _tasks.Where(task => task.Status == "RUNNING").ToList().ForEach(task => Stop(task, "EssentialContainerExited", 1));
                break;
        }
    }

    private void Age(ModelTask task)
    {
        var isAffected = task.Revision == New && !task.Deployment.IsRollback && !task.IsOld;
        if (task.Status == "PENDING" && _random.NextDouble() < _startChance)
        {
            if (isAffected && (_scenario == Scenario.TasksNeverStart || (_scenario == Scenario.SomeTasksFail && _random.Next(4) == 0)))
            {
                Stop(task, "TaskFailedToStart", null);
                task.Deployment.Failed++;
                return;
            }

            task.Status = "RUNNING";
        }
        else if (task is { Status: "RUNNING", IsHealthy: false } && _random.NextDouble() < _startChance)
        {
            if (isAffected && _scenario == Scenario.TasksNeverBecomeHealthy)
            {
                Stop(task, "ServiceSchedulerInitiated", 137);
                task.Deployment.Failed++;
            }
            else
            {
                task.IsHealthy = true;
            }
        }
        else if (isAffected && _scenario == Scenario.TasksCrashRepeatedly && task.Status == "RUNNING" && _random.Next(3) == 0)
        {
            Stop(task, "EssentialContainerExited", 1);
        }
    }

    private void Schedule(ModelDeployment primary)
    {
        var alive = primary.Tasks.Where(task => task.Status is "PENDING" or "RUNNING").ToList();
        if (alive.Count < _desired && !(_scenario == Scenario.NoCapacity && primary.Revision == New && !primary.IsRollback && alive.Count > 0))
        {
            primary.Tasks.Add(NewTask(primary, "PENDING", isHealthy: false));
        }

        alive.Where(task => task.IsHealthy).Skip(_desired).ToList().ForEach(task => Stop(task, "ServiceSchedulerInitiated", 0));
        if (primary is { State: "IN_PROGRESS", Failed: >= FailuresOfCircuitBreaker, IsRollback: false })
        {
            Fail(primary, "tasks failed to start");
            return;
        }

        // ECS takes some time to call it steady.
        _steady = alive.Count(task => task.IsHealthy) >= _desired ? _steady + 1 : 0;
        if (primary.State == "IN_PROGRESS" && _steady > 2)
        {
            Complete(primary);
        }

        if (_steady > 1)
        {
            foreach (var old in _deployments.Where(deployment => !deployment.IsPrimary).SelectMany(deployment => deployment.Tasks).Where(task => task.Status == "RUNNING").Take(1).ToList())
            {
                Stop(old, "ServiceSchedulerInitiated", 0);
            }
        }

        _deployments.RemoveAll(deployment => !deployment.IsPrimary && deployment.Tasks.TrueForAll(task => task.Status == "STOPPED"));
    }

    private void Complete(ModelDeployment primary)
    {
        primary.State = "COMPLETED";
        _serviceDeployment = primary.IsRollback ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL";
        AddEvent("has reached a steady state.");
    }

    private void Fail(ModelDeployment primary, string reason)
    {
        primary.State = "FAILED";
        primary.Reason = reason == "alarm detected" ? "ECS deployment failed: alarm detected." : "ECS deployment circuit breaker: tasks failed to start.";
        AddEvent($"(deployment {primary.Id}) deployment failed: {reason}.");
        if (!_hasOld)
        {
            _serviceDeployment = "STOPPED";
            return;
        }

        _serviceDeployment = "ROLLBACK_IN_PROGRESS";
        var rollback = Deploy(_sameRevision ? New : Old, "IN_PROGRESS");
        rollback.IsRollback = true;
        rollback.Reason = $"ECS deployment circuit breaker: rolling back to deploymentId {_deployments[0].Id}.";
        AddEvent($"rolling back to deployment {_deployments[0].Id}.");
    }

    private ModelDeployment Deploy(int revision, string state)
    {
        _deployments.ForEach(deployment => deployment.IsPrimary = false);
        var deployment = new ModelDeployment(revision, $"ecs-svc/{_deployments.Count + 1}{_tick:D4}", Time(0)) { State = state };
        _deployments.Add(deployment);
        _steady = 0;
        return deployment;
    }

    private ModelTask NewTask(ModelDeployment deployment, string status, bool isHealthy)
    {
        var number = _tasks.Count + 1;
        var task = new ModelTask(deployment, $"arn:aws:ecs:eu-central-1:123456789012:task/{Cluster}/{number:x32}", $"10.0.{number / 250}.{number % 250}")
        {
            Status = status,
            IsHealthy = isHealthy,
            IsOld = isHealthy,
        };
        _tasks.Add(task);
        return task;
    }

    private static void Stop(ModelTask task, string code, int? exitCode) =>
        (task.Status, task.IsHealthy, task.StopCode, task.ExitCode) = ("STOPPED", false, code, exitCode);

    private void AddEvent(string message) => _events.Insert(0, ($"(service shop) {message}", Start + (_tick * Tick)));

    private string Time(int ticks) => (Start + ((_tick + ticks) * Tick)).ToString("O");

    private IEnumerable<ModelTask> ListedTasks(string status) =>
        _tasks.Where(task => status == "STOPPED" ? task.Status == "STOPPED" : task.Status is "PENDING" or "RUNNING");

    private JsonObject Service() => new()
    {
        ["services"] = Array(
        [
            new JsonObject
            {
                ["serviceName"] = "shop",
                ["status"] = _status,
                ["desiredCount"] = _desired,
                ["deployments"] = Array(_deployments.AsEnumerable().Reverse().Select(Json)),
                ["events"] = Array(_events.Select(item => new JsonObject { ["message"] = item.Message, ["createdAt"] = item.Time.ToString("O") })),
            },
        ]),
    };

    private static JsonObject Json(ModelDeployment deployment) => new()
    {
        ["id"] = deployment.Id,
        ["status"] = deployment.IsPrimary ? "PRIMARY" : "ACTIVE",
        ["taskDefinition"] = Arn(deployment.Revision),
        ["rolloutState"] = deployment.State,
        ["rolloutStateReason"] = deployment.State == "COMPLETED" ? $"ECS deployment {deployment.Id} completed." : deployment.Reason,
        ["failedTasks"] = deployment.Failed,
        ["createdAt"] = deployment.CreatedAt,
    };

    private static JsonObject Json(ModelTask task)
    {
        var json = new JsonObject
        {
            ["taskArn"] = task.Arn,
            ["taskDefinitionArn"] = Arn(task.Revision),
            ["lastStatus"] = task.Status,
            ["desiredStatus"] = task.Status == "STOPPED" ? "STOPPED" : "RUNNING",
            // Without a load balancer the container's own health check says it.
            ["healthStatus"] = task.Status == "RUNNING" ? (task.IsHealthy ? "HEALTHY" : "UNHEALTHY") : "UNKNOWN",
            ["attachments"] = Array([new JsonObject { ["details"] = Array([new JsonObject { ["name"] = "privateIPv4Address", ["value"] = task.Address }]) }]),
            ["containers"] = Array([new JsonObject { ["name"] = "shop", ["exitCode"] = task.ExitCode }]),
        };
        if (task.StopCode.Length > 0)
        {
            json["stopCode"] = task.StopCode;
        }

        return json;
    }

    private static JsonObject Target(ModelTask task) => new()
    {
        ["Target"] = new JsonObject { ["Id"] = task.Address, ["Port"] = 8080 },
        ["TargetHealth"] = new JsonObject { ["State"] = task.IsHealthy ? "healthy" : "unhealthy", ["Reason"] = "Target.Timeout", ["Description"] = "Request timed out" },
    };

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    private static string Arn(int revision) => $"arn:aws:ecs:eu-central-1:123456789012:task-definition/shop-prod:{revision}";

    private enum Scenario
    {
        Succeeds,
        TasksNeverStart,
        TasksNeverBecomeHealthy,
        SomeTasksFail,
        TasksCrashOnce,
        TasksCrashRepeatedly,
        NoCapacity,
        AlarmFires,
        OtherRevisionIsDeployed,
        DeploymentIsStopped,
        ServiceIsDeleted,
        ServiceIsScaled,
        CountIsSetByHand,
    }

    private sealed class ModelDeployment(int revision, string id, string createdAt)
    {
        public int Revision { get; } = revision;

        public string Id { get; } = id;

        public string CreatedAt { get; } = createdAt;

        public List<ModelTask> Tasks { get; } = [];

        public bool IsPrimary { get; set; } = true;

        public bool IsRollback { get; set; }

        public string State { get; set; } = "";

        public string Reason { get; set; } = "";

        public int Failed { get; set; }
    }

    private sealed class ModelTask(ModelDeployment deployment, string arn, string address)
    {
        public ModelDeployment Deployment { get; } = deployment;

        public int Revision => Deployment.Revision;

        public string Arn { get; } = arn;

        public string Address { get; } = address;

        public string Status { get; set; } = "";

        public bool IsHealthy { get; set; }

        /// <summary>Whether it ran before the deployment.</summary>
        public bool IsOld { get; set; }

        public string StopCode { get; set; } = "";

        public int? ExitCode { get; set; }
    }
}
