import type { CatalogueView } from './base-views.ts';

/** Logs of a cluster: present with their columns, and empty. `i` integer, `b` bigint, `c` text, `t` timestamp. */
const logs: Record<string, string> = {
  stl_query:
    'userid i,query i,label c,xid b,pid i,database c,querytxt c,starttime t,endtime t,aborted i,insert_pristine i,concurrency_scaling_status i',
  stl_querytext: 'userid i,xid b,pid i,query i,sequence i,text c',
  stl_ddltext: 'userid i,xid b,pid i,label c,starttime t,endtime t,sequence i,text c',
  stl_utilitytext: 'userid i,xid b,pid i,label c,starttime t,endtime t,sequence i,text c',
  stl_error: 'userid i,process c,recordtime t,pid i,errcode i,file c,linenum i,context c,error c',
  stl_loaderror_detail:
    'userid i,slice i,session i,query i,filename c,line_number b,field i,colname c,value c,is_null i,type c,col_length c',
  stl_load_commits:
    'userid i,query i,slice i,name c,filename c,byte_offset i,lines_scanned i,errors i,curtime t,status i,file_format c,is_partial i,start_offset b',
  stl_unload_log:
    'userid i,query i,slice i,pid i,path c,start_time t,end_time t,line_count b,transfer_size b,file_format c',
  stl_connection_log:
    'event c,recordtime t,remotehost c,remoteport c,pid i,dbname c,username c,authmethod c,duration i,sslversion c,sslcipher c,mtu i,sslcompression c,sslexpansion c,iamauthguid c,application_name c,os_version c,driver_version c,plugin_name c,protocol_version i,sessionid c,compression c',
  stl_sessions: 'userid i,starttime t,endtime t,process i,user_name c,db_name c,timeout_sec i,timed_out i',
  stl_scan:
    'userid i,query i,slice i,segment i,step i,starttime t,endtime t,tasknum i,rows b,bytes b,fetches b,type i,tbl i,is_rrscan c,is_delayed_scan c,rows_pre_filter b,rows_pre_user_filter b,perm_table_name c,is_rlf_scan c,is_rlf_scan_reason i,num_em_blocks i,checksum b,runtime_filtering c,scan_region i,num_sortkey_as_predicate i,row_fetcher_state i,consumed_scan_ranges b,work_stealing_reason b,is_vectorized_scan c,is_vectorized_scan_reason i,row_fetcher_reason b,topology_signature b,use_tpm_partition c,is_rrscan_expr c',
  stl_insert:
    'userid i,query i,slice i,segment i,step i,starttime t,endtime t,tasknum i,rows b,tbl i,inserted_mega_value c,use_staging_table c',
  stl_delete: 'userid i,query i,slice i,segment i,step i,starttime t,endtime t,tasknum i,rows b,tbl i',
  stl_explain: 'userid i,query i,nodeid i,parentid i,plannode c,info c',
  stl_wlm_query:
    'userid i,xid i,task i,query i,service_class i,slot_count i,service_class_start_time t,queue_start_time t,queue_end_time t,total_queue_time b,exec_start_time t,exec_end_time t,total_exec_time b,service_class_end_time t,final_state c,est_peak_mem b,query_priority c,service_class_name c',
  stl_alert_event_log:
    'userid i,query i,slice i,segment i,step i,pid i,xid b,event c,solution c,event_time t',
  stl_tr_conflict: 'xact_id b,process_id i,xact_start_ts t,abort_time t,table_id b',
  stl_vacuum:
    'userid i,xid b,table_id i,status c,rows b,sortedrows i,blocks i,max_merge_partitions i,eventtime t,reclaimable_rows b,reclaimable_space_mb b,cutoff_xid b,is_recluster i',
  stl_analyze:
    'userid i,xid b,database c,table_id i,status c,rows b,modified_rows b,threshold_percent i,is_auto c,starttime t,endtime t,prevtime t,num_predicate_cols i,new_predicate_cols i,is_background c,auto_analyze_phase c,schema_name c,table_name c',
  svl_qlog:
    'userid i,query i,xid b,pid i,starttime t,endtime t,elapsed b,aborted i,label c,substring c,source_query i,concurrency_scaling_status_txt c,from_sp_call i',
  svl_query_summary:
    'userid i,query i,stm i,seg i,step i,maxtime b,avgtime b,rows b,bytes b,rate_row c,rate_byte c,label c,is_diskbased c,workmem b,is_rrscan c,is_delayed_scan c,rows_pre_filter b',
  svl_query_report:
    'userid i,query i,slice i,segment i,step i,start_time t,end_time t,elapsed_time b,rows b,bytes b,label c,is_diskbased c,workmem b,is_rrscan c,is_delayed_scan c,rows_pre_filter b',
  svl_statementtext: 'userid i,xid b,pid i,label c,starttime t,endtime t,sequence i,type c,text c',
  svl_stored_proc_call:
    'userid i,session_userid i,query i,label c,xid b,pid i,database c,querytxt c,starttime t,endtime t,aborted i,from_sp_call i',
  svl_stored_proc_messages:
    'userid i,session_userid i,pid i,xid b,query i,recordtime t,loglevel i,loglevel_text c,message c,linenum i,querytxt c,label c,aborted i,message_xid b',
  svl_udf_log: 'query b,message c,created t,traceback c,funcname c,node i,slice i,seq i',
  svv_query_state:
    'userid i,query i,seg i,step i,maxtime b,avgtime b,rows b,bytes b,cpu i,memory b,rate_row f,rate_byte f,label c,is_diskbased c,workmem b,num_parts i,is_rrscan c,is_delayed_scan c',
  svv_transactions:
    'txn_owner c,txn_db c,xid b,pid i,txn_start t,lock_mode c,lockable_object_type c,relation i,granted c',
  svv_external_schemas: 'esoid i,eskind i,schemaname c,esowner i,databasename c,esoptions c',
  svv_external_tables:
    'redshift_database_name c,schemaname c,tablename c,tabletype c,location c,input_format c,output_format c,serialization_lib c,serde_parameters c,compressed i,parameters c',
  svv_external_columns:
    'redshift_database_name c,schemaname c,tablename c,columnname c,external_type c,columnnum i,part_key i,is_nullable c',
  svv_vacuum_progress: 'table_name c,status c,time_remaining_estimate c',
  svv_relation_privileges:
    'namespace_name c,relation_name c,privilege_type c,identity_id i,identity_name c,identity_type c,admin_option c',
  stv_recents: 'userid i,status c,starttime t,duration i,user_name c,db_name c,query c,pid i',
  stv_inflight:
    'userid i,slice i,query i,label c,xid b,pid i,starttime t,text c,suspended i,insert_pristine i,concurrency_scaling_status i',
  stv_sessions: 'starttime t,process i,user_name c,db_name c,timeout_sec i',
  stv_locks:
    'table_id i,last_commit t,last_update t,lock_owner b,lock_owner_pid b,lock_owner_start_ts t,lock_owner_end_ts t,lock_status c',
  stv_load_state:
    'userid i,session i,query i,slice i,pid i,recordtime t,bytes_to_load b,bytes_loaded b,bytes_to_load_compressed b,bytes_loaded_compressed b,lines i,num_files i,num_files_complete i,current_file c,pct_complete i',
  stv_tbl_perm:
    'slice i,id i,name c,rows b,sorted_rows b,temp i,db_id i,insert_pristine i,delete_pristine i,backup i',
  stv_blocklist:
    'slice i,col i,tbl i,blocknum i,num_values i,extended_limits i,minvalue b,maxvalue b,sb_pos i,pinned i,on_disk i,modified i,hdr_modified i,unsorted i,tombstone i,preferred_diskno i,temporary i,newblock i,num_readers i,flags i',
  stv_slices: 'node i,slice i,localslice i,type c',
  stv_wlm_query_state:
    'xid i,task i,query i,service_class i,slot_count i,wlm_start_time t,state c,queue_time b,exec_time b,query_priority c',
  sys_query_history:
    'user_id i,query_id b,query_label c,transaction_id b,session_id i,database_name c,query_type c,status c,result_cache_hit l,start_time t,end_time t,elapsed_time b,queue_time b,execution_time b,error_message c,returned_rows b,returned_bytes b,query_text c,redshift_version c,usage_limit c,compute_type c,compile_time b,planning_time b,lock_wait_time b,service_class_id i,service_class_name c,query_priority c,short_query_accelerated c,user_query_hash c,generic_query_hash c,query_hash_version i',
  sys_query_detail:
    'user_id i,query_id b,child_query_sequence i,stream_id i,segment_id i,step_id i,step_name c,table_id i,table_name c,is_rrscan c,start_time t,end_time t,duration b,alert c,input_bytes b,input_rows b,output_bytes b,output_rows b,blocks_read b,blocks_write b,local_read_io b,remote_read_io b,source c,data_skewness i,time_skewness i,is_active c,spilled_block_local_disk b,spilled_block_remote_disk b,step_attribute c',
  sys_query_text: 'user_id i,query_id b,transaction_id b,session_id i,start_time t,sequence i,text c',
  sys_load_history:
    'user_id i,query_id b,status c,transaction_id b,session_id i,database_name c,table_name c,start_time t,end_time t,duration b,data_source c,file_format c,loaded_rows b,loaded_bytes b,source_file_count i,source_file_bytes b,file_count_scanned i,file_bytes_scanned b,error_count b,copy_job_id b',
  sys_load_detail:
    'user_id i,query_id b,file_name c,bytes_scanned i,lines_scanned i,record_time t,splits_scanned i,start_time t,file_format c,error_count i',
  sys_unload_history:
    'user_id i,query_id b,transaction_id b,session_id i,database_name c,status c,start_time t,end_time t,duration b,file_format c,compression_type c,unloaded_location c,unloaded_rows b,unloaded_files_count b,unloaded_files_size b,error_message c',
  sys_connection_log:
    'event c,record_time t,remote_host c,remote_port c,session_id i,database_name c,user_name c,auth_method c,duration b,ssl_version c,ssl_cipher c,mtu i,ssl_compression c,ssl_expansion c,driver_version c,os_version c,plugin_name c,protocol_version i,global_session_id c,compression c,application_name c',
  sys_session_history:
    'user_id i,user_name c,session_id i,connection_id c,database_name c,status c,session_timeout i,start_time t,end_time t',
  sys_transaction_history:
    'user_id i,transaction_id b,isolation_level c,status c,transaction_start_time t,commit_start_time t,commit_end_time t,blocks_committed i,undo_start_time t,undo_end_time t',
  sys_procedure_call:
    'user_id i,query_id b,query_text c,start_time t,end_time t,status c,session_user_id i,procedure_name c,caller_procedure_query_id b',
  sys_procedure_messages:
    'user_id i,session_user_id i,record_time t,query_id b,procedure_name c,line_number i,log_level c,message c',
  sys_vacuum_history:
    'user_id i,transaction_id b,query_id b,database_name c,schema_name c,table_name c,table_id i,vacuum_type c,is_automatic c,status c,start_time t,end_time t,record_time t,duration b,rows_before_vacuum b,size_before_vacuum b,reclaimable_rows b,reclaimed_rows b,reclaimed_blocks b,sortedrows_before_vacuum b,sortedrows_after_vacuum b',
  sys_analyze_history:
    'user_id i,transaction_id b,database_name c,schema_name c,table_name c,table_id i,is_automatic c,status c,start_time t,end_time t,rows b,modified_rows b,analyze_threshold_percent i,last_analyze_time t',
  sys_serverless_usage:
    'start_time t,end_time t,compute_seconds f,compute_capacity f,data_storage f,cross_region_transferred_data f,charged_seconds f',
};
const types: Record<string, string> = {
  i: 'integer',
  b: 'bigint',
  c: 'varchar',
  t: 'timestamp',
  f: 'double',
  l: 'boolean',
};

const empty = (columns: string): string => {
  const list = columns.split(',').map((column) => {
    const [name, type = 'c'] = column.split(' ');
    return `null::${types[type]} as "${name}"`;
  });
  return `select ${list.join(', ')} where false`;
};

export const systemLogs: CatalogueView[] = Object.entries(logs).map(([name, columns]) => [
  name,
  empty(columns),
]);
