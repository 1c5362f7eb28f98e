using Infra.Sandbox.Graph;
using Infra.Sandbox.Tests.Changes.Support;
using Infra.Sandbox.Tests.Terraform.Support;

namespace Infra.Sandbox.Tests.Changes.Aws;

/// <summary>Refusals of AWS in the middle of an update, on small graphs.</summary>
public sealed class AwsRuleTests
{
    private static readonly ResourceNode Balancer = Graphs.Resource("aws:lb/loadBalancer:LoadBalancer", "lb", ("internal", false));
    private static readonly ResourceNode Listener = Graphs.Resource(
        "aws:lb/listener:Listener", "https", ("loadBalancerArn", Balancer.Output("arn")), ("port", 443));

    private static readonly ResourceNode Group = Graphs.Resource("aws:lb/targetGroup:TargetGroup", "group", ("port", 80));
    private static readonly ResourceNode Vpc = Graphs.Resource("aws:ec2/vpc:Vpc", "vpc", ("cidrBlock", "10.0.0.0/16"));

    [Fact]
    public void RulePriority_OfARuleThatIsDeletedLater_IsInUse() => Assert.Equal(
        "1 PriorityInUse: listener rule new gets the priority of old, which still exists.",
        TwoGraphs.Plan([Balancer, Listener, Rule("old", 100)], [Balancer, Listener, Rule("new", 100)]).Problems());

    [Fact]
    public void RulePriorities_Swapped_AreInUse() => Assert.Equal(
        "1 PriorityInUse: listener rule a gets the priority of b, which still exists.",
        TwoGraphs.Plan([Balancer, Listener, Rule("a", 1), Rule("b", 2)], [Balancer, Listener, Rule("a", 2), Rule("b", 1)]).Problems());

    [Fact]
    public void RulePriority_OnANewListener_IsFree() => Assert.Empty(
        TwoGraphs.Plan([Balancer, Listener, Rule("rule", 100)], [Balancer.With(("internal", true)), Listener, Rule("rule", 100)]).Problems);

    [Fact]
    public void ListenerPort_OfAListenerThatIsDeletedLater_IsADuplicate() => Assert.Equal(
        "1 DuplicateListener: listener tls gets the port of https, which still exists.",
        TwoGraphs.Plan([Balancer, Listener], [Balancer, Listener with { Key = Listener.Key with { Name = "tls" } }]).Problems());

    [Theory]
    [InlineData("aws:lb/targetGroup:TargetGroup", "DuplicateTargetGroupName: target group")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "DuplicateLoadBalancerName: load balancer")]
    [InlineData("aws:ecr/repository:Repository", "RepositoryAlreadyExistsException: repository")]
    [InlineData("aws:rds/parameterGroup:ParameterGroup", "DBParameterGroupAlreadyExists: parameter group")]
    [InlineData("aws:rds/subnetGroup:SubnetGroup", "DBSubnetGroupAlreadyExists: subnet group")]
    [InlineData("aws:iam/role:Role", "EntityAlreadyExists: IAM role")]
    [InlineData("aws:cloudwatch/logGroup:LogGroup", "ResourceAlreadyExistsException: log group")]
    [InlineData("aws:secretsmanager/secret:Secret", "ResourceExistsException: secret")]
    [InlineData("aws:sqs/queue:Queue", "QueueNameExists: queue")]
    [InlineData("aws:scheduler/schedule:Schedule", "ConflictException: schedule")]
    [InlineData("aws:backup/vault:Vault", "AlreadyExistsException: vault")]
    public void Name_OfAResourceThatIsDeletedLater_IsTaken(string type, string expected) => Assert.StartsWith(
        $"1 {expected} new gets the name of old, which still exists.",
        TwoGraphs.Plan([Graphs.Resource(type, "old", ("name", "shop"))], [Graphs.Resource(type, "new", ("name", "shop"))]).Problems());

    [Fact]
    public void Name_WithCreateFirst_IsTakenByTheReplacedOne()
    {
        var logs = Graphs.Resource("aws:lb/targetGroup:TargetGroup", "group", ("name", "shop"), ("port", 80))
            .With(new ResourceSettings { DeleteBeforeReplace = false });

        Assert.Equal(
            "1 DuplicateTargetGroupName: target group group gets the name of the one that it replaces, which still exists.",
            TwoGraphs.Plan(logs, logs.With(("port", 81))).Problems());
    }

    [Fact]
    public void Identifier_WithCreateFirst_IsTakenByTheReplacedDatabase()
    {
        var database = Database(("identifier", "shop"), ("dbName", "a")).With(new ResourceSettings { DeleteBeforeReplace = false });

        Assert.Equal(
            "1 DBInstanceAlreadyExists: database data gets the identifier of the one that it replaces, which still exists.",
            TwoGraphs.Plan(database, database.With(("dbName", "b"))).Problems());
    }

    [Fact]
    public void DiscoveryName_InItsNamespace_IsTaken()
    {
        Assert.Equal(
            "1 ServiceAlreadyExists: discovery service new gets the name in this namespace of old, which still exists.",
            TwoGraphs.Plan([Discovery("old", "ns-1")], [Discovery("new", "ns-1")]).Problems().Split('\n')[0]);
        Assert.DoesNotContain("ServiceAlreadyExists", TwoGraphs.Plan([Discovery("old", "ns-1")], [Discovery("new", "ns-2")]).Problems());

        static ResourceNode Discovery(string name, string @namespace) => Graphs.Resource(
            "aws:servicediscovery/service:Service", name, ("name", "admin"), ("dnsConfig", Graphs.Map(("namespaceId", @namespace))), ("forceDestroy", true));
    }

    [Fact]
    public void UserPoolDomain_CreatedFirst_IsRefused()
    {
        var domain = Graphs.Resource("aws:cognito/userPoolDomain:UserPoolDomain", "users", ("domain", "a"), ("userPoolId", "pool"));

        Assert.Equal(
            "1 InvalidParameterException (User pool already has a domain configured): domain users gets the user pool of the one that it replaces, which still exists.",
            TwoGraphs.Plan(domain, domain.With(("domain", "b"))).Problems());
        Assert.Empty(TwoGraphs.Plan(domain, domain.With(("domain", "b")).With(new ResourceSettings { DeleteBeforeReplace = true })).Problems);
    }

    [Fact]
    public void Record_WithTheNameAndType_Exists() => Assert.Equal(
        "1 InvalidChangeBatch: record new gets the name and type of old, which still exists.",
        TwoGraphs.Plan([Record("old")], [Record("new")]).Problems());

    [Fact]
    public void SecretName_InItsRecoveryWindow_IsTaken()
    {
        Assert.Equal(
            "2 InvalidRequestException: the secret shop is scheduled for deletion, and its name is free only after the recovery window.",
            Replaced(recoveryWindow: 30));
        Assert.Empty(Replaced(recoveryWindow: 0));

        static string Replaced(int recoveryWindow)
        {
            var secret = Graphs.Resource("aws:secretsmanager/secret:Secret", "secret", ("name", "shop"), ("recoveryWindowInDays", recoveryWindow));
            return TwoGraphs.Plan(secret, secret.With(("namePrefix", "shop"))).Problems();
        }
    }

    [Fact]
    public void SecurityGroupRule_WithTheSamePorts_IsADuplicate() => Assert.Equal(
        "1 InvalidPermission.Duplicate: new allows the same as old, which still exists.",
        TwoGraphs.Plan([Ingress("old")], [Ingress("new")]).Problems());

    [Fact]
    public void SubnetRanges_ThatOverlap_Conflict() => Assert.Equal(
        "1 InvalidSubnet.Conflict: new gets a range of old, which still exists.",
        TwoGraphs.Plan([Vpc, Subnet("old", "10.0.0.0/24", "a")], [Vpc, Subnet("new", "10.0.0.128/25", "a")]).Problems());

    [Fact]
    public void SubnetZone_Changed_ConflictsWithTheReplacedSubnet() => Assert.Equal(
        "1 InvalidSubnet.Conflict: subnet gets a range of the subnet that it replaces, which still exists.",
        TwoGraphs.Plan([Vpc, Subnet("subnet", "10.0.0.0/24", "a")], [Vpc, Subnet("subnet", "10.0.0.0/24", "b")]).Problems());

    [Fact]
    public void SubnetRange_InANewVpc_IsFree() => Assert.Empty(
        TwoGraphs.Plan([Vpc, Subnet("subnet", "10.0.0.0/24", "a")], [Vpc.With(("cidrBlock", "10.0.0.0/15")), Subnet("subnet", "10.0.0.0/24", "a")]).Problems);

    [Fact]
    public void MountTarget_InTheZoneOfAnother_Conflicts()
    {
        var (a, b) = (Subnet("a", "10.0.0.0/24", "eu-central-1a"), Subnet("b", "10.0.1.0/24", "eu-central-1a"));

        Assert.Equal(
            "1 MountTargetConflict: new is in the Availability Zone of old, which still exists.",
            TwoGraphs.Plan([Vpc, a, b, Mount("old", a)], [Vpc, a, b, Mount("new", b)]).Problems());

        static ResourceNode Mount(string name, ResourceNode subnet) =>
            Graphs.Resource("aws:efs/mountTarget:MountTarget", name, ("fileSystemId", "fs-1"), ("subnetId", subnet.Output("id")));
    }

    [Fact]
    public void TargetGroup_OfAReplacedLoadBalancer_CannotHaveASecond()
    {
        var rule = Rule("rule", 100).With(("actions", Graphs.List(Graphs.Map(("targetGroupArn", Group.Output("arn"))))));

        Assert.Equal(
            "3 TargetGroupAssociationLimit: target group group belongs to the load balancer of rule.",
            TwoGraphs.Plan([Balancer, Listener, Group, rule], [Balancer.With(("internal", true)), Listener, Group, rule]).Problems());
    }

    [Fact]
    public void Service_WithATargetGroupThatNoRuleForwardsTo_IsRefused()
    {
        var service = Graphs.Resource(
            "aws:ecs/service:Service", "shop", ("loadBalancers", Graphs.List(Graphs.Map(("targetGroupArn", Group.Output("arn"))))));

        Assert.Equal(
            "2 InvalidParameterException: target group group has no associated load balancer.",
            TwoGraphs.Plan([], [Group, service]).Problems());
    }

    [Fact]
    public void TargetGroup_OfARuleThatKeepsIt_IsInUse()
    {
        var rule = Rule("rule", 100)
            .With(("actions", Graphs.List(Graphs.Map(("forward", Graphs.Map(("targetGroupArn", Group.Output("arn"))))))))
            .With(new ResourceSettings { IgnoreChanges = ["actions"] });

        Assert.Equal(
            "1 ResourceInUse: listener rule rule still uses target group group.",
            TwoGraphs.Plan([Balancer, Listener, Group, rule], [Balancer, Listener, rule.With(("actions", Graphs.List()))]).Problems());
    }

    [Fact]
    public void ParameterGroup_OfAnUpgradeThatWaits_IsInUse()
    {
        var parameters = Graphs.Resource("aws:rds/parameterGroup:ParameterGroup", "parameters", ("family", "postgres17"));
        var database = Database(("engineVersion", "17"), ("parameterGroupName", parameters.Output("name")), ("allowMajorVersionUpgrade", true));

        Assert.Equal(
            "3 InvalidDBParameterGroupState: database data still uses parameter group parameters.",
            Upgrade(applyImmediately: false));
        Assert.Empty(Upgrade(applyImmediately: true));

        string Upgrade(bool applyImmediately) => TwoGraphs.Plan(
            [parameters, database],
            [parameters.With(("family", "postgres18")), database.With(("engineVersion", "18"), ("applyImmediately", applyImmediately))]).Problems();
    }

    [Theory]
    [InlineData("17", "18", "1 InvalidParameterCombination: data does not allow the major version upgrade from 17 to 18.")]
    [InlineData("18", "17", "1 InvalidParameterCombination: RDS cannot downgrade data from 18 to 17.")]
    [InlineData("17.2", "17.4", "")]
    public void EngineVersion_IsCheckedAsRdsDoes(string old, string @new, string expected) =>
        Assert.Equal(expected, TwoGraphs.Plan(Database(("engineVersion", old)), Database(("engineVersion", @new))).Problems());

    [Fact]
    public void Storage_Reduced_IsRefused() => Assert.Equal(
        "1 InvalidParameterCombination: RDS cannot reduce the storage of data from 50 GiB to 20 GiB.",
        TwoGraphs.Plan(Database(("allocatedStorage", 50)), Database(("allocatedStorage", 20))).Problems());

    [Fact]
    public void SubnetGroup_WithSubnetsOfAnotherVpc_IsRefused()
    {
        var subnet = Subnet("subnet", "10.0.0.0/24", "a");
        var group = Graphs.Resource("aws:rds/subnetGroup:SubnetGroup", "data", ("subnetIds", Graphs.List(subnet.Output("id"))));

        Assert.Equal(
            "3 InvalidParameterValue: subnet group data cannot move to subnets of another VPC.",
            TwoGraphs.Plan([Vpc, subnet, group], [Vpc.With(("cidrBlock", "10.1.0.0/16")), subnet.With(("cidrBlock", "10.1.0.0/24")), group]).Problems());
    }

    [Fact]
    public void Ipv6Block_WithSubnetsInIt_IsInUse()
    {
        var subnet = Subnet("subnet", "10.0.0.0/24", "a").With(("ipv6CidrBlock", "block"));
        var dualStack = Vpc.With(("assignGeneratedIpv6CidrBlock", true));

        Assert.Equal(
            "1 InvalidCidrBlock.InUse: subnet still has a range of the IPv6 block of vpc.",
            TwoGraphs.Plan([dualStack, subnet], [Vpc.With(("assignGeneratedIpv6CidrBlock", false)), Subnet("subnet", "10.0.0.0/24", "a")]).Problems());
    }

    [Fact]
    public void CapacityProvider_OfAServiceThatMovesLater_IsInUse()
    {
        var association = Graphs.Resource(
            "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "cluster", ("capacityProviders", Graphs.List("FARGATE", "FARGATE_SPOT")));
        var service = Graphs.Resource("aws:ecs/service:Service", "shop", ("capacityProviderStrategies", Strategy("FARGATE_SPOT")), ("forceNewDeployment", true))
            .With(new ResourceSettings { DependsOn = [association.Key] });

        Assert.Equal(
            "1 ResourceInUseException: service shop still uses capacity provider FARGATE_SPOT.",
            TwoGraphs.Plan(
                [association, service],
                [association.With(("capacityProviders", Graphs.List("FARGATE"))), service.With(("capacityProviderStrategies", Strategy("FARGATE")))]).Problems());

        static PropertyValue.List Strategy(string provider) => Graphs.List(Graphs.Map(("capacityProvider", provider), ("weight", 1)));
    }

    [Theory]
    [InlineData("aws:rds/instance:Instance", "deletionProtection", true, "InvalidParameterCombination: database shop has deletion protection.")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "enableDeletionProtection", true, "OperationNotPermitted: load balancer shop has deletion protection.")]
    [InlineData("aws:s3/bucket:Bucket", "forceDestroy", false, "BucketNotEmpty: bucket shop cannot be deleted unless it is empty.")]
    [InlineData("aws:ecr/repository:Repository", "forceDelete", false, "RepositoryNotEmptyException: repository shop cannot be deleted unless it has no images.")]
    [InlineData("aws:backup/vault:Vault", "forceDestroy", false, "InvalidRequestException: vault shop cannot be deleted unless it has no recovery points.")]
    [InlineData("aws:autoscaling/group:Group", "forceDelete", false, "Timeout: Auto Scaling group shop cannot be deleted while managed draining or scale-in protection holds its instances.")]
    public void Protection_AgainstDeletion_IsRefused(string type, string input, bool value, string expected)
    {
        Assert.Equal($"1 {expected}", TwoGraphs.Plan([Graphs.Resource(type, "shop", (input, value))], []).Problems());
        Assert.Empty(TwoGraphs.Plan([Graphs.Resource(type, "shop", (input, !value))], []).Problems);
    }

    [Fact]
    public void Quota_OldAndNewTogether_IsExceeded()
    {
        var addresses = Enumerable.Range(1, 4).Select(index => Graphs.Resource("aws:ec2/eip:Eip", $"old-{index}")).ToList();
        var others = Enumerable.Range(1, 2).Select(index => Graphs.Resource("aws:ec2/eip:Eip", $"new-{index}"));

        Assert.Equal("2 AddressLimitExceeded: Elastic IP address new-2 is number 6, and the default quota is 5.", TwoGraphs.Plan(addresses, others).Problems());
    }

    [Fact]
    public void RulesOfALoadBalancer_OnAllItsListeners_AreCountedTogether()
    {
        var other = Listener.With(("port", 8443)) with { Key = Listener.Key with { Name = "other" } };
        var rules = Enumerable.Range(1, 100).Select(priority => Rule($"rule-{priority}", priority)).ToList();
        var next = Rule("next", 1).With(("listenerArn", other.Output("arn")));

        Assert.Equal(
            "1 TooManyRules: listener rule next is number 101, and the default quota is 100.",
            TwoGraphs.Plan([Balancer, Listener, other, .. rules], [Balancer, Listener, other, .. rules, next]).Problems());
    }

    [Fact]
    public void TargetGroups_OfAServiceAndOfAnAction_AreFiveAtMost()
    {
        var six = Graphs.List([.. Enumerable.Range(1, 6).Select(index => (PropertyValue)Graphs.Map(("targetGroupArn", $"arn-{index}")))]);

        Assert.Equal(
            "1 InvalidParameterException: service shop has 6 loadBalancers, and AWS accepts 5.",
            TwoGraphs.Plan([], [Graphs.Resource("aws:ecs/service:Service", "shop", ("loadBalancers", six))]).Problems());
        Assert.Equal(
            "1 TooManyTargetGroups: listener rule rule has 6 targetGroups, and AWS accepts 5.",
            TwoGraphs.Plan([], [Rule("rule", 1).With(("listenerArn", "arn"), ("actions", Graphs.List(Graphs.Map(("forward", Graphs.Map(("targetGroups", six)))))))]).Problems());
    }

    [Fact]
    public void DiscoveryService_InUse_IsDeletedOnlyWithForceDestroy()
    {
        var discovery = Graphs.Resource("aws:servicediscovery/service:Service", "discovery", ("name", "a"));
        var service = Graphs.Resource("aws:ecs/service:Service", "shop", ("serviceRegistries", Graphs.Map(("registryArn", discovery.Output("arn")))));

        Assert.Equal("1 ResourceInUse: service shop still uses discovery service discovery.", Renamed(forceDestroy: false));
        Assert.Empty(Renamed(forceDestroy: true));

        string Renamed(bool forceDestroy)
        {
            var running = discovery.With(("forceDestroy", forceDestroy));
            return TwoGraphs.Plan([running, service], [running.With(("name", "b")), service]).Problems();
        }
    }

    [Fact]
    public void Setting_WrittenByTwoResources_IsLostWithTheFirst() => Assert.Equal(
        "2 AWS keeps one bucket policy here: deleting old also removes what new has written.",
        TwoGraphs.Plan([Policy("old")], [Policy("new")]).Problems());

    private static ResourceNode Rule(string name, int priority) => Graphs.Resource(
        "aws:lb/listenerRule:ListenerRule", name, ("listenerArn", Listener.Output("arn")), ("priority", priority));

    private static ResourceNode Record(string name) =>
        Graphs.Resource("aws:route53/record:Record", name, ("zoneId", "Z1"), ("name", "shop.example.com"), ("type", "A"));

    private static ResourceNode Ingress(string name) => Graphs.Resource(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, ("securityGroupId", "sg-1"), ("ipProtocol", "tcp"), ("fromPort", 80), ("cidrIpv4", "0.0.0.0/0"));

    private static ResourceNode Policy(string name) => Graphs.Resource("aws:s3/bucketPolicy:BucketPolicy", name, ("bucket", "shop"), ("policy", "{}"));

    private static ResourceNode Subnet(string name, string cidr, string zone) => Graphs.Resource(
        "aws:ec2/subnet:Subnet", name, ("vpcId", Vpc.Output("id")), ("cidrBlock", cidr), ("availabilityZone", zone));

    private static ResourceNode Database(params (string Key, PropertyValue Value)[] inputs) => Graphs.Resource("aws:rds/instance:Instance", "data", inputs);
}
